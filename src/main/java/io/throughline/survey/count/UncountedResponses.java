package io.throughline.survey.count;

import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.answer.ByResponse;
import io.throughline.survey.answer.WrittenAnswer;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Draws;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Settings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Responses whose last submitted revision is not counted yet, and what counting them changes. */
@Component
public class UncountedResponses {

    /** Stands for a question everybody answered who submitted a response: whose cells count these. */
    public static final QuestionId EVERYBODY = new QuestionId(new UUID(0, 0));

    private final JdbcClient jdbc;

    UncountedResponses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A response counted, or taken back.
     *
     * @param said what it adds to the figures of each question it counts in, {@link #EVERYBODY} among them
     */
    public record Entry(DueResponse.As as, UUID response, Draws draws, boolean taken, Map<QuestionId, Measure> said) {

        /** Adds what it says to a question's cell, or takes it back from it. */
        public void applyTo(Cell cell, Measure measure) {
            if (taken) {
                cell.remove(draws, measure);
            } else {
                cell.add(draws, measure);
            }
        }

        boolean isOf(ResultsFilter filter, @Nullable SaidColumn column) {
            return filter.admits(as.group(), as.week()) && (column == null || column.isIn(said));
        }
    }

    /** What is counted of them is taken back, and what they say now is added. */
    public List<Entry> entries(List<DueResponse> due, Collection<Question> questions) {
        var answers = due.isEmpty() || questions.isEmpty() ? Map.<UUID, List<Written>>of() : answers(due);
        return due.parallelStream()
                .flatMap(one -> entries(one, questions, answers.getOrDefault(one.response(), List.of())))
                .toList();
    }

    private static Stream<Entry> entries(DueResponse due, Collection<Question> questions, List<Written> answers) {
        var draws = Draws.of(due.response(), Settings.STANDARD);
        var was = due.was();
        var now = new Entry(
                due.now(), due.response(), draws, false, said(due, due.revision(), due.now(), questions, answers));
        return was == null
                ? Stream.of(now)
                : Stream.of(
                        new Entry(
                                was,
                                due.response(),
                                draws,
                                true,
                                said(due, due.countedRevision(), was, questions, answers)),
                        now);
    }

    /** A blank answer where a question was left; nothing where it was not asked. */
    private static Map<QuestionId, Measure> said(
            DueResponse due, int revision, DueResponse.As as, Collection<Question> questions, List<Written> answers) {
        var given = new HashMap<QuestionId, WrittenAnswer>();
        for (var one : answers) {
            if (one.revision() == revision) {
                given.put(one.question(), one.answer());
            }
        }
        var said = new HashMap<QuestionId, Measure>();
        said.put(EVERYBODY, Measure.of(Layout.PEOPLE, _ -> {}));
        for (var question : questions) {
            var answer = given.get(question.id());
            if (answer != null || due.wasAsked(question, as.hidden())) {
                question.measured(answer == null ? question.blank() : answer.read())
                        .ifPresent(measured -> said.put(question.id(), Measure.of(question.layout(), measured)));
            }
        }
        return said;
    }

    int count(CampaignId campaign) {
        return jdbc.sql("select count(*) from response where campaign_id = ? and uncounted = true")
                .param(campaign.value())
                .query(Integer.class)
                .single();
    }

    /** In the order of their ids. */
    List<DueResponse> of(CampaignId campaign, int most) {
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
                .query((row, number) -> DueResponse.of(row))
                .list();
    }

    private record Written(int revision, QuestionId question, WrittenAnswer answer) {}

    /** By response, as they are written. */
    private Map<UUID, List<Written>> answers(List<DueResponse> due) {
        var found = new ByResponse<Written>();
        jdbc.sql("""
                        select s.response_id, s.revision, s.question_id, s.content, t.words, t.who, t.often, t.badly
                        from response r
                        join submitted_answer s
                          on s.response_id = r.id and s.revision in (r.submitted_revision, r.counted_revision)
                        left join expression_text t on t.id = s.expression_text_id
                        where r.id in (:ids)""")
                .param("ids", due.stream().map(DueResponse::response).toList())
                .query(row -> {
                    found.add(
                            row,
                            (one, question) -> new Written(one.getInt("revision"), question, WrittenAnswer.of(one)));
                });
        return found.all();
    }
}
