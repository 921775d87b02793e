package io.throughline.survey.answer;

import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.Viewer;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.FileId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.Saved;
import io.throughline.survey.Stamp;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores one answer with one read and one write (own words told for the first time: two). No shared row is touched, so
 * that people answering the same survey never wait for each other.
 */
@Component
public class AnswerStore {

    private static final int TABS_REMEMBERED = 20;

    private final JdbcClient jdbc;
    private final VersionContents contents;

    AnswerStore(JdbcClient jdbc, VersionContents contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    /** @param arrived when the save reached the server: that is what closing time is compared with */
    @Command
    public Saved save(
            Viewer viewer, ResponseId response, QuestionId question, Answer answer, Stamp stamp, Instant arrived) {
        var found = jdbc.sql("""
                        select c.survey_version_id, c.confidentiality, r.submitted_revision, c.opens_at, c.closes_at, c.closed_at,
                               a.revision, a.tab, a.tabs, a.saved_at, a.expression_text_id, a.text_base,
                               (select max(o.saved_at) from answer o
                                where o.response_id = r.id and o.tab <> :tab) elsewhere
                        from response r
                        join campaign c on c.id = r.campaign_id
                        left join answer a on a.response_id = r.id and a.question_id = :question
                        where r.id = :response and r.person_id = :person""")
                .param("tab", stamp.tab())
                .param("question", question.value())
                .param("response", response.value())
                .param("person", viewer.id().value())
                .query((row, number) -> Standing.of(row))
                .optional()
                .orElseThrow(DomainException::notFound);
        var stored = found.stored();
        if (stored != null && stored.tabs().getOrDefault(stamp.tab().toString(), -1L) >= stamp.sequence()) {
            return new Saved(stored.revision(), stored.savedAt(), false, found.elsewhere());
        }
        if (arrived.isBefore(found.opensAt())) {
            throw new DomainException(SurveyError.NOT_YET_OPEN);
        }
        if (!arrived.isBefore(found.closesAt())) {
            throw new DomainException(SurveyError.CLOSED, found.closesAt());
        }
        contents.of(found.version()).question(question).accept(answer).stream()
                .findFirst()
                .ifPresent(problem -> {
                    throw new DomainException(
                            problem.code(), problem.arguments().toArray());
                });
        if (answer instanceof FileQuestion.Answer given) {
            requireOwn(response, question, given);
        }
        int revision;
        try {
            revision = stored == null
                    ? insert(viewer, response, question, answer, stamp, found, arrived)
                    : update(viewer, response, question, answer, stamp, found, stored, arrived);
        } catch (DuplicateKeyException e) {
            // Another tab's first save of this answer got in between: a second look finds it.
            throw new CannotAcquireLockException("answered meanwhile in another tab", e);
        }
        boolean replaced = stored != null
                && stored.revision() != stamp.seenRevision()
                && !stored.tab().equals(stamp.tab());
        return new Saved(revision, arrived, replaced, found.elsewhere());
    }

    /** Files are named by their ids: only those given in answer to this very question are an answer to it. */
    private void requireOwn(ResponseId response, QuestionId question, FileQuestion.Answer given) {
        if (given.isEmpty()) {
            return;
        }
        int own = jdbc.sql("""
                        select count(*) from answer_file
                        where response_id = :response and question_id = :question and id in (:files)""")
                .param("response", response.value())
                .param("question", question.value())
                .param("files", given.files().stream().map(FileId::value).toList())
                .query(Integer.class)
                .single();
        if (own != given.files().size()) {
            throw new DomainException(SurveyError.UNKNOWN_FILE);
        }
    }

    private int insert(
            Viewer viewer,
            ResponseId response,
            QuestionId question,
            Answer answer,
            Stamp stamp,
            Standing found,
            Instant arrived) {
        var text = told(viewer, response, question, answer, found, arrived);
        jdbc.sql("""
                        insert into answer (response_id, question_id, revision, content, expression_text_id,
                                            text_base, tab, tabs, saved_at)
                        values (:response, :question, 1, :content, :text, :base, :tab, :tabs, :at)""")
                .param("response", response.value())
                .param("question", question.value())
                .param("content", ToldWords.contentOf(answer))
                .param("text", text)
                .param("base", found.submittedRevision())
                .param("tab", stamp.tab())
                .param("tabs", SurveyJson.write(remembered(new LinkedHashMap<>(), stamp)))
                .param("at", Utc.column(arrived))
                .update();
        return 1;
    }

    private int update(
            Viewer viewer,
            ResponseId response,
            QuestionId question,
            Answer answer,
            Stamp stamp,
            Standing found,
            Stored stored,
            Instant arrived) {
        var tabs = SurveyJson.write(remembered(stored.tabs(), stamp));
        int changed;
        if (answer instanceof Worded own && stored.text() != null && stored.textBase() == found.submittedRevision()) {
            // Words nobody has been given yet are replaced where they stand: they may have been submitted since they
            // were read.
            changed = jdbc.sql("""
                            update answer a join expression_text t on t.id = a.expression_text_id
                            join response r on r.id = a.response_id and r.submitted_revision = :base
                            set a.content = :content, t.words = :words, t.who = :who, t.often = :often,
                                t.badly = :badly, t.told_at = :at, t.language = :language,
                                a.revision = a.revision + 1, a.tab = :tab, a.tabs = :tabs, a.saved_at = :at
                            where a.response_id = :response and a.question_id = :question and a.revision = :seen""")
                    .param("content", ToldWords.contentOf(answer))
                    .params(ToldWords.of(own).columns())
                    .param("language", viewer.locale().getLanguage())
                    .param("base", found.submittedRevision())
                    .param("tab", stamp.tab())
                    .param("tabs", tabs)
                    .param("at", Utc.column(arrived))
                    .param("response", response.value())
                    .param("question", question.value())
                    .param("seen", stored.revision())
                    .update();
        } else {
            var text = told(viewer, response, question, answer, found, arrived);
            changed = jdbc.sql("""
                            update answer set content = :content, expression_text_id = :text, text_base = :base,
                                   revision = revision + 1, tab = :tab, tabs = :tabs, saved_at = :at
                            where response_id = :response and question_id = :question and revision = :seen""")
                    .param("content", ToldWords.contentOf(answer))
                    .param("text", text)
                    .param("base", found.submittedRevision())
                    .param("tab", stamp.tab())
                    .param("tabs", tabs)
                    .param("at", Utc.column(arrived))
                    .param("response", response.value())
                    .param("question", question.value())
                    .param("seen", stored.revision())
                    .update();
        }
        if (changed == 0) {
            throw new CannotAcquireLockException("answered meanwhile in another tab");
        }
        return stored.revision() + 1;
    }

    /** The row of the answer's own words; null if it has none. */
    private @Nullable UUID told(
            Viewer viewer, ResponseId response, QuestionId question, Answer answer, Standing found, Instant arrived) {
        if (!(answer instanceof Worded own) || own.words().isEmpty() && !(own instanceof OwnWords.Answer)) {
            return null;
        }
        // Whoever is not to know who said something is not to know when, either.
        var id = found.confidentiality() == Confidentiality.NAMED ? Ids.next() : Ids.random();
        jdbc.sql("""
                        insert into expression_text (id, person_id, organisation_id, source, response_id, question_id,
                                                     language, words, who, often, badly, told_at)
                        values (:id, :person, :organisation, :source, :response, :question, :language, :words, :who,
                                :often, :badly, :at)""")
                .param("id", id)
                .param("source", ToldWords.sourceOf(own))
                .param("person", viewer.id().value())
                .param(
                        "organisation",
                        viewer.organisation() == null
                                ? null
                                : viewer.organisation().value())
                .param("response", response.value())
                .param("question", question.value())
                .param("language", viewer.locale().getLanguage())
                .params(ToldWords.of(own).columns())
                .param("at", Utc.column(arrived))
                .update();
        return id;
    }

    private static LinkedHashMap<String, Long> remembered(LinkedHashMap<String, Long> tabs, Stamp stamp) {
        var copy = new LinkedHashMap<>(tabs);
        copy.remove(stamp.tab().toString());
        copy.put(stamp.tab().toString(), stamp.sequence());
        while (copy.size() > TABS_REMEMBERED) {
            copy.pollFirstEntry();
        }
        return copy;
    }

    /** The response and the answer as they stand. */
    private record Standing(
            SurveyVersionId version,
            Confidentiality confidentiality,
            int submittedRevision,
            Instant opensAt,
            Instant closesAt,
            @Nullable Stored stored,
            @Nullable Instant elsewhere) {

        static Standing of(ResultSet row) throws SQLException {
            var closesAt = Utc.instant(row, "closes_at");
            var closedAt = Utc.optional(row, "closed_at");
            return new Standing(
                    new SurveyVersionId(Columns.uuid(row, "survey_version_id")),
                    Confidentiality.valueOf(row.getString("confidentiality")),
                    row.getInt("submitted_revision"),
                    Utc.instant(row, "opens_at"),
                    closedAt != null && closedAt.isBefore(closesAt) ? closedAt : closesAt,
                    row.getInt("revision") == 0 ? null : Stored.of(row),
                    Utc.optional(row, "elsewhere"));
        }
    }

    private record Stored(
            int revision,
            UUID tab,
            LinkedHashMap<String, Long> tabs,
            Instant savedAt,
            @Nullable UUID text,
            int textBase) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getInt("revision"),
                    Columns.uuid(row, "tab"),
                    SurveyJson.sequences(row.getString("tabs")),
                    Utc.instant(row, "saved_at"),
                    Columns.uuidOrNull(row, "expression_text_id"),
                    row.getInt("text_base"));
        }
    }
}
