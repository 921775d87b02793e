package io.throughline.survey.lineage;

import io.throughline.people.People;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyIntro;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.SurveyStore;
import io.throughline.survey.design.SurveyVersion;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.lineage.VersionDecisions.Kept;
import io.throughline.survey.version.Edit;
import io.throughline.survey.version.Edits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a survey asked, version by version, as it was asked. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Versions {

    private static final int MOST = 50;

    private final SurveyAccess access;
    private final SurveyStore surveys;
    private final VersionContents contents;
    private final VersionDecisions decisions;
    private final People people;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;

    Versions(
            SurveyAccess access,
            SurveyStore surveys,
            VersionContents contents,
            VersionDecisions decisions,
            People people,
            CurrentViewer viewer,
            JdbcClient jdbc) {
        this.access = access;
        this.surveys = surveys;
        this.contents = contents;
        this.decisions = decisions;
        this.people = people;
        this.viewer = viewer;
        this.jdbc = jdbc;
    }

    /**
     * A published version.
     *
     * @param by who published it, by name
     * @param rounds how often it was asked
     * @param responses submitted in all of them
     * @param before what the version before asked; null for the first
     * @param changes against the one before; none for the first
     */
    public record Published(
            SurveyVersionId id,
            int number,
            Instant at,
            String by,
            List<Locale> languages,
            int rounds,
            int responses,
            @Nullable SurveyContent before,
            SurveyContent content,
            List<Change> changes) {

        public Published {
            languages = List.copyOf(languages);
            changes = List.copyOf(changes);
        }
    }

    /**
     * What was changed, and what was decided about it.
     *
     * @param decided null where there was nothing to decide
     * @param answers touched when it was published; null for who doesn't edit the survey
     * @param all whether these were all; if not, at least so many
     */
    public record Change(
            Edit edit, @Nullable Decided decided, @Nullable Integer answers, boolean all) {}

    /** The newest first, at most 50; none for a draft. @throws DomainException NOT_FOUND */
    public List<Published> of(SurveyId id) {
        boolean counted = access.readable(id).isEditedBy(viewer.get().id());
        var decided = decisions.kept(id);
        var rows = jdbc.sql("""
                        select v.id, v.number, v.published_at, p.name, v.languages,
                               (select count(*) from campaign c where c.survey_version_id = v.id) rounds,
                               (select count(*) from campaign c join response r on r.campaign_id = c.id
                                where c.survey_version_id = v.id and r.submitted_revision > 0) responses
                        from survey_version v join person p on p.id = v.published_by
                        where v.survey_id = :survey order by v.number desc limit :most""")
                .param("survey", id.value())
                .param("most", MOST + 1)
                .query((row, number) -> Row.of(row))
                .list();
        return rows.stream()
                .limit(MOST)
                .map(row -> published(
                        row,
                        rows.stream()
                                .filter(one -> one.number == row.number - 1)
                                .findFirst()
                                .orElse(null),
                        decided.getOrDefault(row.id, Map.of()),
                        counted))
                .toList();
    }

    /** What a version asked. @throws DomainException NOT_FOUND */
    public SurveyContent asked(SurveyId id, int number) {
        return contents.of(version(access.readable(id), number).id());
    }

    /** The first page of a version, as it read. @throws DomainException NOT_FOUND */
    public SurveyIntro intro(SurveyId id, int number) {
        var survey = access.readable(id);
        var version = version(survey, number);
        var content = contents.of(version.id());
        return new SurveyIntro(
                content.title(),
                content.why(),
                people.names(Set.of(survey.owner())).getOrDefault(survey.owner(), ""),
                content.minutes(),
                null,
                null,
                version.languages(),
                content.confidentiality(),
                content.groupSize(),
                content.counting(),
                null,
                null,
                null,
                "",
                null);
    }

    private SurveyVersion version(Survey survey, int number) {
        return surveys.numbered(survey, number).orElseThrow(DomainException::notFound);
    }

    private Published published(Row row, @Nullable Row before, Map<String, Kept> decided, boolean counted) {
        var content = contents.of(row.id);
        var earlier = before == null ? null : contents.of(before.id);
        return new Published(
                row.id,
                row.number,
                row.at,
                row.by,
                row.languages,
                row.rounds,
                row.responses,
                earlier,
                content,
                before == null || earlier == null ? List.of() : changes(before, earlier, content, decided, counted));
    }

    private static List<Change> changes(
            Row before, SurveyContent earlier, SurveyContent content, Map<String, Kept> decided, boolean counted) {
        var asked = before.languages.stream().map(Locale::getLanguage).collect(Collectors.toSet());
        return Edits.between(earlier, asked, content).stream()
                .map(edit -> {
                    var kept = decided.get(edit.key());
                    return kept == null
                            ? new Change(edit, null, null, true)
                            : new Change(edit, kept.decided(), counted ? kept.answers() : null, kept.all());
                })
                .toList();
    }

    private record Row(
            SurveyVersionId id, int number, Instant at, String by, List<Locale> languages, int rounds, int responses) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    new SurveyVersionId(Columns.uuid(row, "id")),
                    row.getInt("number"),
                    Utc.instant(row, "published_at"),
                    row.getString("name"),
                    SurveyVersion.languages(row.getString("languages")),
                    row.getInt("rounds"),
                    row.getInt("responses"));
        }
    }
}
