package io.throughline.survey;

import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Given;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Worded;
import io.throughline.survey.question.stats.Respondent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers that count: those of the last submitted revision of each response. */
@Component
class SubmittedAnswers {

    private final JdbcClient jdbc;

    SubmittedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What everybody said who was shown the question, in the order of the responses' ids: a blank answer where it was left.
     * Who answered here was shown all questions its conditions let through; who was imported, those the file had columns
     * for.
     *
     * @param segment null for all
     */
    Map<QuestionId, List<Given>> of(CampaignId campaign, @Nullable String segment, List<Question> questions) {
        var only = questions.size() == 1 ? questions.getFirst().id() : null;
        var answers = answers(campaign, segment, only);
        var shown = shown(campaign, segment);
        var found = new LinkedHashMap<QuestionId, List<Given>>();
        for (var question : questions) {
            var given = new ArrayList<Given>();
            for (var one : shown) {
                var answer = answers.get(new Place(one.by().response(), question.id()));
                if (answer != null || !one.imported() && !one.hidden().contains(question.id())) {
                    given.add(new Given(one.by(), answer == null ? question.blank() : answer));
                }
            }
            found.put(question.id(), given);
        }
        return found;
    }

    private List<Shown> shown(CampaignId campaign, @Nullable String segment) {
        return jdbc.sql("""
                        select r.id, r.organisation_id, r.weight, r.external_id is not null imported, r.hidden
                        from response r
                        where r.campaign_id = :campaign and r.submitted_revision > 0
                          and (:segment is null or r.segment = :segment)
                        order by r.id""")
                .param("campaign", campaign.value())
                .param("segment", segment)
                .query((row, number) -> new Shown(
                        new Respondent(
                                Utc.uuid(row, "id"),
                                Objects.requireNonNullElse(
                                        optional(row, "organisation_id"), SmallGroups.NO_ORGANISATION),
                                row.getBigDecimal("weight").doubleValue()),
                        row.getBoolean("imported"),
                        SurveyJson.questions(row.getString("hidden"))))
                .list();
    }

    private Map<Place, Answer> answers(CampaignId campaign, @Nullable String segment, @Nullable QuestionId question) {
        var found = new HashMap<Place, Answer>();
        jdbc.sql("""
                        select r.id, s.question_id, s.content, t.words, t.who, t.often, t.badly
                        from response r
                        join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
                        left join expression_text t on t.id = s.expression_text_id
                        where r.campaign_id = :campaign and r.submitted_revision > 0
                          and (:segment is null or r.segment = :segment)
                          and (:question is null or s.question_id = :question)""")
                .param("campaign", campaign.value())
                .param("segment", segment)
                .param("question", question == null ? null : question.value())
                .query(row -> {
                    found.put(
                            new Place(Utc.uuid(row, "id"), new QuestionId(Utc.uuid(row, "question_id"))), answer(row));
                });
        return found;
    }

    /** Of a row with the columns content, words, who, often and badly. */
    static Answer answer(ResultSet row) throws SQLException {
        String content = row.getString("content");
        String words = row.getString("words");
        if (content == null) {
            return ToldWords.read(row);
        }
        var answer = SurveyJson.answer(content);
        return words != null && answer instanceof Worded own ? own.saying(words) : answer;
    }

    private record Place(UUID response, QuestionId question) {}

    private record Shown(Respondent by, boolean imported, Set<QuestionId> hidden) {}

    /** Keeps a UUID column apart from a missing one. */
    static @Nullable UUID optional(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
