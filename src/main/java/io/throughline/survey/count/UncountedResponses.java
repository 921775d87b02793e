package io.throughline.survey.count;

import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.answer.SubmittedAnswers;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Draws;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Responses whose last submitted revision is not counted yet, and what counting them changes. */
@Component
public class UncountedResponses {

    /** Stands for a question everybody answered who submitted a response: whose cells count these. */
    static final QuestionId EVERYBODY = new QuestionId(new UUID(0, 0));

    private final JdbcClient jdbc;

    UncountedResponses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As whose and when a response is counted. @param hidden questions that were not asked */
    public record As(Group group, LocalDate week, Set<QuestionId> hidden) {}

    /** @param was null where it wasn't counted yet */
    public record Due(
            UUID response,
            boolean imported,
            int revision,
            As now,
            int countedRevision,
            @Nullable As was) {

        static Due of(ResultSet row) throws SQLException {
            int counted = row.getInt("counted_revision");
            return new Due(
                    Utc.uuid(row, "id"),
                    row.getBoolean("imported"),
                    row.getInt("submitted_revision"),
                    as(row, "organisation_id", "segment", "week", "hidden"),
                    counted,
                    counted == 0 ? null : as(row, "was_organisation", "was_segment", "was_week", "was_hidden"));
        }

        private static As as(ResultSet row, String organisation, String segment, String week, String hidden)
                throws SQLException {
            return new As(
                    new Group(Utc.uuid(row, organisation), row.getString(segment)),
                    row.getObject(week, LocalDate.class),
                    SurveyJson.questions(row.getString(hidden)));
        }

        Stream<As> both() {
            return was == null ? Stream.of(now) : Stream.of(now, was);
        }

        /**
         * What a revision adds to a question's figures: a blank answer where it was left; nothing where it was not asked. Who
         * was imported was asked what the file had columns for.
         */
        private Optional<Consumer<Measure>> said(
                Question question, int revision, Set<QuestionId> hidden, Map<Key, Answer> answers) {
            var answer = answers.get(new Key(response, revision, question.id()));
            return answer != null || !imported && !hidden.contains(question.id())
                    ? question.measured(answer == null ? question.blank() : answer)
                    : Optional.empty();
        }
    }

    /**
     * An answer counted, or taken back.
     *
     * @param draws of its response
     */
    public record Change(
            As as, QuestionId question, Layout layout, Draws draws, Consumer<Measure> measured, boolean taken) {

        static Change ofAnswer(As as, Question question, Draws draws, Consumer<Measure> measured, boolean taken) {
            return new Change(as, question.id(), question.layout(), draws, measured, taken);
        }

        static Change ofResponse(As as, Draws draws, boolean taken) {
            return new Change(as, EVERYBODY, Layout.PEOPLE, draws, _ -> {}, taken);
        }

        public void applyTo(Cell cell) {
            if (taken) {
                cell.remove(draws, measured);
            } else {
                cell.add(draws, measured);
            }
        }
    }

    /** What is counted of them is taken back, and what they say now is added. */
    public List<Change> changes(List<Due> due, List<Question> questions) {
        var answers = due.isEmpty() || questions.isEmpty() ? Map.<Key, Answer>of() : answers(due);
        var changes = new ArrayList<Change>();
        for (var one : due) {
            var draws = Draws.of(one.response(), Settings.STANDARD);
            var was = one.was();
            if (was != null) {
                changes.add(Change.ofResponse(was, draws, true));
            }
            changes.add(Change.ofResponse(one.now(), draws, false));
            for (var question : questions) {
                if (was != null) {
                    one.said(question, one.countedRevision(), was.hidden(), answers)
                            .ifPresent(said -> changes.add(Change.ofAnswer(was, question, draws, said, true)));
                }
                one.said(question, one.revision(), one.now().hidden(), answers)
                        .ifPresent(said -> changes.add(Change.ofAnswer(one.now(), question, draws, said, false)));
            }
        }
        return changes;
    }

    /** In the order of their ids. */
    List<Due> of(CampaignId campaign, int most) {
        return jdbc.sql("""
                        select r.id, r.external_id is not null imported, r.submitted_revision, r.counted_revision, r.hidden,
                               coalesce(r.organisation_id, :nil) organisation_id, coalesce(r.segment, '') segment,
                               r.week, c.organisation_id was_organisation, c.segment was_segment, c.week was_week,
                               c.hidden was_hidden
                        from response r
                        left join counted_response c on c.response_id = r.id
                        where r.campaign_id = :campaign and r.uncounted = true
                        order by r.id limit :limit""")
                .param("nil", Group.NOT_KEPT)
                .param("campaign", campaign.value())
                .param("limit", most)
                .query((row, number) -> Due.of(row))
                .list();
    }

    private record Key(UUID response, int revision, QuestionId question) {}

    private Map<Key, Answer> answers(List<Due> due) {
        var found = new HashMap<Key, Answer>();
        jdbc.sql("""
                        select s.response_id, s.revision, s.question_id, s.content, t.words, t.who, t.often, t.badly
                        from response r
                        join submitted_answer s
                          on s.response_id = r.id and s.revision in (r.submitted_revision, r.counted_revision)
                        left join expression_text t on t.id = s.expression_text_id
                        where r.id in (:ids)""").param("ids", due.stream().map(Due::response).toList()).query(row -> {
            found.put(
                    new Key(
                            Utc.uuid(row, "response_id"),
                            row.getInt("revision"),
                            new QuestionId(Utc.uuid(row, "question_id"))),
                    SubmittedAnswers.answer(row));
        });
        return found;
    }
}
