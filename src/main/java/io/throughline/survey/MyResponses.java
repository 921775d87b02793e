package io.throughline.survey;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.answer.SubmittedAnswers;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.AskedFor;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one person has answered, for the way from an answer to what became of it. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('CUSTOMER')")
public class MyResponses {

    private final CurrentViewer viewer;
    private final VersionContents contents;
    private final JdbcClient jdbc;

    MyResponses(CurrentViewer viewer, VersionContents contents, JdbcClient jdbc) {
        this.viewer = viewer;
        this.contents = contents;
        this.jdbc = jdbc;
    }

    /** A submitted response as it counts. */
    public record Submitted(
            ResponseId id,
            CampaignId campaign,
            SurveyVersionId surveyVersion,
            LocalizedText title,
            int revision,
            Instant submittedAt,
            List<Given> answers) {}

    /**
     * @param named items the answer asked for, strongest first
     * @param words the expression's id for own words, which may be empty
     */
    public record Given(
            Question question,
            Answer answer,
            List<Item> named,
            @Nullable ExpressionTextId words) {}

    /** Words told outside any survey. */
    public record Told(ExpressionTextId id, String words, Instant toldAt) {}

    /** The viewer's submitted responses, imported ones linked to the viewer included, newest first. */
    public List<Submitted> submitted() {
        var found = new LinkedHashMap<ResponseId, Submitted>();
        jdbc.sql("""
                        select r.id, r.campaign_id, c.survey_version_id, r.submitted_revision, r.submitted_at, s.question_id,
                               s.content, s.expression_text_id, t.words, t.who, t.often, t.badly
                        from response r
                        join campaign c on c.id = r.campaign_id
                        join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
                        left join expression_text t on t.id = s.expression_text_id
                        where r.submitted_revision > 0 and (r.person_id = :me or r.person_id in (
                            select l.respondent_id from respondent_link l where l.person_id = :me))
                        order by r.submitted_at desc, r.id""")
                .param("me", viewer.get().id().value())
                .query((row, number) -> row(row))
                .list()
                .forEach(row -> found.computeIfAbsent(row.response(), _ -> blank(row))
                        .answers()
                        .add(given(row)));
        return found.values().stream()
                .map(one -> new Submitted(
                        one.id(),
                        one.campaign(),
                        one.surveyVersion(),
                        one.title(),
                        one.revision(),
                        one.submittedAt(),
                        inOrder(one)))
                .toList();
    }

    private List<Given> inOrder(Submitted one) {
        var order = contents.of(one.surveyVersion()).questions();
        return one.answers().stream()
                .sorted(java.util.Comparator.comparingInt(given -> order.indexOf(given.question())))
                .toList();
    }

    /** What the viewer told outside any survey, newest first. */
    public List<Told> told() {
        return jdbc.sql("""
                        select id, words, told_at from expression_text
                        where person_id = ? and source = 'NEED_BOX' order by told_at desc, id""")
                .param(viewer.get().id().value())
                .query((row, number) -> new Told(
                        new ExpressionTextId(Columns.uuid(row, "id")),
                        row.getString("words"),
                        Utc.instant(row, "told_at")))
                .list();
    }

    /** A survey the viewer was asked in, whose answers were removed: perhaps the viewer's, which nobody knows any more. */
    public record Removed(CampaignId campaign, LocalizedText title, Instant removedAt) {}

    /** Those removed last, newest first; at most 20. */
    public List<Removed> removed() {
        return jdbc.sql("""
                        select c.id, c.survey_version_id, c.removed_at
                        from campaign_invitation i join campaign c on c.id = i.campaign_id
                        where i.person_id = ? and c.removed_at is not null
                        order by c.removed_at desc, c.id limit 20""")
                .param(viewer.get().id().value())
                .query((row, number) -> new Removed(
                        new CampaignId(Columns.uuid(row, "id")),
                        contents.of(new SurveyVersionId(Columns.uuid(row, "survey_version_id")))
                                .title(),
                        Utc.instant(row, "removed_at")))
                .list();
    }

    private Submitted blank(Row row) {
        return new Submitted(
                row.response(),
                row.campaign(),
                row.version(),
                contents.of(row.version()).title(),
                row.revision(),
                row.submittedAt(),
                new ArrayList<>());
    }

    private Given given(Row row) {
        var question = contents.of(row.version()).question(row.question());
        return new Given(question, row.answer(), AskedFor.in(Quotes.unanswered(question), row.answer()), row.words());
    }

    private static Row row(ResultSet row) throws SQLException {
        var answer = SubmittedAnswers.answer(row);
        var words = answer instanceof OwnWords.Answer ? Columns.uuidOrNull(row, "expression_text_id") : null;
        return new Row(
                new ResponseId(Columns.uuid(row, "id")),
                new CampaignId(Columns.uuid(row, "campaign_id")),
                new SurveyVersionId(Columns.uuid(row, "survey_version_id")),
                row.getInt("submitted_revision"),
                Utc.instant(row, "submitted_at"),
                new QuestionId(Columns.uuid(row, "question_id")),
                answer,
                words == null ? null : new ExpressionTextId(words));
    }

    private record Row(
            ResponseId response,
            CampaignId campaign,
            SurveyVersionId version,
            int revision,
            Instant submittedAt,
            QuestionId question,
            Answer answer,
            @Nullable ExpressionTextId words) {}
}
