package io.throughline.survey.count;

import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.answer.SubmittedAnswers;
import io.throughline.survey.answer.Voices;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Draws;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Tally;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the answers of the submitted revisions one by one, as if nothing had been counted before. */
class FromScratch {

    private static final int AT_ONCE = 1000;

    private static final String PAGE = """
            select r.id, coalesce(r.organisation_id, :nil) organisation_id, coalesce(r.segment, '') segment,
                   r.external_id is not null imported, r.hidden
            from response r
            where r.campaign_id = :campaign and r.submitted_revision > 0 and r.id > :after
            """ + ResultsFilter.CONDITION + " order by r.id limit :limit";

    private final JdbcClient jdbc;

    FromScratch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What everybody said who was shown the question: a blank answer where it was left. Who answered here was shown all
     * questions its conditions let through; who was imported, those the file had columns for.
     *
     * @param voices weight by whose voice it is
     */
    Map<QuestionId, Tally> of(CampaignId campaign, ResultsFilter filter, List<Question> questions, Voices voices) {
        var found = new LinkedHashMap<QuestionId, Tally>();
        questions.forEach(question -> found.put(question.id(), new Tally(question.layout(), Settings.STANDARD)));
        var page = page(campaign, filter, new UUID(0, 0));
        while (!page.isEmpty()) {
            var answers = answers(page);
            for (var one : page) {
                var draws = Draws.of(one.response(), Settings.STANDARD);
                double weight = voices.weight(one.group());
                for (var question : questions) {
                    var answer = answers.get(new Place(one.response(), question.id()));
                    if (answer != null || !one.imported() && !one.hidden().contains(question.id())) {
                        question.measured(answer == null ? question.blank() : answer)
                                .map(measured -> Measure.of(question.layout(), measured))
                                .ifPresent(measure -> Objects.requireNonNull(found.get(question.id()))
                                        .change(one.group().voice(), weight, cell -> cell.add(draws, measure)));
                    }
                }
            }
            page = page(campaign, filter, page.getLast().response());
        }
        return found;
    }

    private List<Shown> page(CampaignId campaign, ResultsFilter filter, UUID after) {
        return jdbc.sql(PAGE)
                .params(filter.parameters())
                .param("campaign", campaign.value())
                .param("after", after)
                .param("limit", AT_ONCE)
                .query((row, number) -> new Shown(
                        Columns.uuid(row, "id"),
                        new Group(Columns.uuid(row, "organisation_id"), row.getString("segment")),
                        row.getBoolean("imported"),
                        SurveyJson.questions(row.getString("hidden"))))
                .list();
    }

    private Map<Place, Answer> answers(List<Shown> page) {
        var found = new HashMap<Place, Answer>();
        jdbc.sql("""
                        select r.id, s.question_id, s.content, t.words, t.who, t.often, t.badly
                        from response r
                        join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
                        left join expression_text t on t.id = s.expression_text_id
                        where r.id in (:ids)""")
                .param("ids", page.stream().map(Shown::response).collect(Collectors.toList()))
                .query(row -> {
                    found.put(
                            new Place(Columns.uuid(row, "id"), new QuestionId(Columns.uuid(row, "question_id"))),
                            SubmittedAnswers.answer(row));
                });
        return found;
    }

    private record Place(UUID response, QuestionId question) {}

    private record Shown(UUID response, Group group, boolean imported, Set<QuestionId> hidden) {}
}
