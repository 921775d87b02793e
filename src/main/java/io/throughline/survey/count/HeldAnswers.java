package io.throughline.survey.count;

import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.answer.SubmittedAnswers;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Draws;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What of an anonymous campaign's counted answers may not be told: single answers to a question that are too few beside those
 * told before, and figures of groups that would tell of a few.
 */
@Component
public class HeldAnswers {

    private final JdbcClient jdbc;

    HeldAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What may be told of groups, one question being asked.
     *
     * @param apart whether each organisation that is kept may weigh as it does, and be told
     * @param segments those whose answers may be looked at alone
     */
    public record Groups(boolean apart, Set<String> segments) {

        /** Everybody together. */
        public static final Groups NONE = new Groups(false, Set.of());

        public Groups {
            segments = Set.copyOf(segments);
        }
    }

    /** An answer that is counted and not told. @param answer null where the question was left blank */
    public record Held(
            UUID response,
            QuestionId question,
            Group group,
            LocalDate week,
            @Nullable Answer answer) {

        static Held of(ResultSet row) throws SQLException {
            return new Held(
                    Columns.uuid(row, "id"),
                    new QuestionId(Columns.uuid(row, "question_id")),
                    new Group(Columns.uuid(row, "organisation_id"), row.getString("segment")),
                    row.getObject("week", LocalDate.class),
                    row.getBoolean("given") ? SubmittedAnswers.answer(row) : null);
        }

        /** Takes it back from the figures it is counted in. */
        public void takeBack(Question asked, double weight, Tally tally) {
            var draws = Draws.of(response, Settings.STANDARD);
            asked.measured(answer == null ? asked.blank() : answer)
                    .map(measured -> Measure.of(asked.layout(), measured))
                    .ifPresent(measure -> tally.change(group.voice(), weight, cell -> cell.remove(draws, measure)));
        }
    }

    /** All of a campaign's; none of one that is not anonymous. */
    List<Held> of(CampaignId campaign) {
        return jdbc.sql("""
                        select r.id, h.question_id, coalesce(r.organisation_id, :nil) organisation_id,
                               coalesce(r.segment, '') segment, r.week, s.response_id is not null given, s.content,
                               t.words, t.who, t.often, t.badly
                        from held_answer h
                        join response r on r.id = h.response_id
                        left join submitted_answer s
                          on s.response_id = h.response_id and s.revision = r.submitted_revision
                         and s.question_id = h.question_id
                        left join expression_text t on t.id = s.expression_text_id
                        where h.campaign_id = :campaign""")
                .param("nil", Group.NOT_KEPT)
                .param("campaign", campaign.value())
                .query((row, number) -> Held.of(row))
                .list();
    }

    /** By question, once the campaign has closed; {@link UncountedResponses#EVERYBODY} stands for having answered at all. */
    public Map<QuestionId, Groups> groups(CampaignId campaign) {
        var groups = new HashMap<QuestionId, Groups>();
        jdbc.sql("select question_id, apart, segments from told_groups where campaign_id = ?")
                .param(campaign.value())
                .query(row -> {
                    groups.put(
                            new QuestionId(Columns.uuid(row, "question_id")),
                            new Groups(row.getBoolean("apart"), SurveyJson.words(row.getString("segments"))));
                });
        return groups;
    }

    /** How many answers to each question are held. */
    public Map<QuestionId, Integer> counts(CampaignId campaign) {
        var counts = new HashMap<QuestionId, Integer>();
        jdbc.sql("select question_id, count(*) answers from held_answer where campaign_id = ? group by question_id")
                .param(campaign.value())
                .query(row -> {
                    counts.put(new QuestionId(Columns.uuid(row, "question_id")), row.getInt("answers"));
                });
        return counts;
    }

    public void hold(CampaignId campaign, QuestionId question, Collection<UUID> responses) {
        responses.forEach(
                response -> jdbc.sql("insert into held_answer (campaign_id, question_id, response_id) values (?, ?, ?)")
                        .params(campaign.value(), question.value(), response)
                        .update());
    }

    /** Those held are told. */
    public void release(CampaignId campaign, QuestionId question) {
        jdbc.sql("delete from held_answer where campaign_id = ? and question_id = ?")
                .params(campaign.value(), question.value())
                .update();
    }

    /** The responses whose answers to a question are held. */
    public Set<UUID> responses(CampaignId campaign, QuestionId question) {
        return jdbc.sql("select response_id from held_answer where campaign_id = ? and question_id = ?")
                .params(campaign.value(), question.value())
                .query((row, number) -> Columns.uuid(row, "response_id"))
                .set();
    }

    public void keep(CampaignId campaign, QuestionId question, Groups groups) {
        jdbc.sql("""
                        insert into told_groups (campaign_id, question_id, apart, segments) values (:campaign, :question, :apart, :segments)
                        on duplicate key update apart = :apart, segments = :segments""")
                .param("campaign", campaign.value())
                .param("question", question.value())
                .param("apart", groups.apart())
                .param("segments", SurveyJson.writeWords(groups.segments()))
                .update();
    }
}
