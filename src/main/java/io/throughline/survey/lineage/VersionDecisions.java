package io.throughline.survey.lineage;

import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.version.Choice;
import io.throughline.survey.version.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided about the edits of a draft, and, insert-only, about those of every published version. */
@Component
class VersionDecisions {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    VersionDecisions(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * A decision about an edit of a draft.
     *
     * @param fingerprint of the edit as it was seen
     * @param draft version of the draft it was seen in
     */
    record Drafted(String fingerprint, long draft, Decision decision, PersonId by, String name, Instant at) {}

    /** Stores a decision about the draft that follows a version; one taken before makes room. */
    void draft(SurveyVersionId base, String edit, Drafted one) {
        jdbc.sql("""
                        insert into draft_decision (survey_version_id, edit_key, fingerprint, draft_version, choice, target,
                                                    decided_by, decided_at)
                        values (:base, :edit, :fingerprint, :draft, :choice, :target, :by, :at)
                        on duplicate key update fingerprint = :fingerprint, draft_version = :draft, choice = :choice,
                                                target = :target, decided_by = :by, decided_at = :at""")
                .param("base", base.value())
                .param("edit", edit)
                .param("fingerprint", one.fingerprint())
                .param("draft", one.draft())
                .param("choice", one.decision().choice().name())
                .param("target", one.decision().target())
                .param("by", one.by().value())
                .param("at", Utc.column(one.at()))
                .update();
    }

    /** By the edit's key. */
    Map<String, Drafted> drafted(SurveyVersionId base) {
        var found = new HashMap<String, Drafted>();
        jdbc.sql("""
                        select d.edit_key, d.fingerprint, d.draft_version, d.choice, d.target, d.decided_by, p.name,
                               d.decided_at
                        from draft_decision d join person p on p.id = d.decided_by
                        where d.survey_version_id = ?""").param(base.value()).query(row -> {
            found.put(
                    row.getString("edit_key"),
                    new Drafted(
                            row.getString("fingerprint"),
                            row.getLong("draft_version"),
                            decision(row),
                            new PersonId(Columns.uuid(row, "decided_by")),
                            row.getString("name"),
                            Utc.instant(row, "decided_at")));
        });
        return found;
    }

    /** A decision that a version was published with. */
    record Final(String edit, Drafted decided, Touched touched) {}

    void keep(SurveyVersionId version, Collection<Final> decisions) {
        batch.batchUpdate(
                "insert into version_decision (survey_version_id, edit_key, choice, target, draft_version, submitted, begun,"
                        + " counted_all, decided_by, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                decisions.stream()
                        .map(one -> new Object[] {
                            version.value(),
                            one.edit(),
                            one.decided().decision().choice().name(),
                            one.decided().decision().target(),
                            one.decided().draft(),
                            one.touched().naming(),
                            one.touched().begun(),
                            one.touched().all() && !one.touched().nameless(),
                            one.decided().by().value(),
                            Utc.column(one.decided().at())
                        })
                        .toList());
    }

    /** A decision as it is shown with its version. @param answers that were touched then */
    record Kept(Decided decided, int answers, boolean all) {}

    /** Of every version of a survey, by the edit's key. */
    Map<SurveyVersionId, Map<String, Kept>> kept(SurveyId survey) {
        var found = new HashMap<SurveyVersionId, Map<String, Kept>>();
        jdbc.sql("""
                        select d.survey_version_id, d.edit_key, d.choice, d.target, d.submitted, d.counted_all, p.name,
                               d.decided_at
                        from survey_version v
                        join version_decision d on d.survey_version_id = v.id
                        join person p on p.id = d.decided_by
                        where v.survey_id = ?""").param(survey.value()).query(row -> {
            found.computeIfAbsent(
                            new SurveyVersionId(Columns.uuid(row, "survey_version_id")), version -> new HashMap<>())
                    .put(
                            row.getString("edit_key"),
                            new Kept(
                                    new Decided(decision(row), row.getString("name"), Utc.instant(row, "decided_at")),
                                    row.getInt("submitted"),
                                    row.getBoolean("counted_all")));
        });
        return found;
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(Choice.valueOf(row.getString("choice")), row.getString("target"));
    }
}
