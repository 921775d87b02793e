package io.throughline.survey.export;

import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.row.Columns;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.answer.SubmittedAnswers;
import io.throughline.survey.export.ResponsePages.Head;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Text;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages are read ahead, and each response is on one of them, with its answers. */
@IntegrationTest
class ResponsePagesIT {

    private static final Text LINE =
            new Text(QuestionId.next(), SurveyFixtures.text("In short?"), SurveyFixtures.text(""), false, false);

    @Autowired
    ResponsePages pages;

    @Autowired
    Answering answering;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    JdbcClient jdbc;

    private OrganisationId north;
    private CampaignId campaign;

    @BeforeEach
    void answered() {
        north = fixtures.organisation(Fixtures.unique("North"), "big");
        campaign = made.published(fixtures.projectManager(), north);
        for (int i = 0; i < 5; i++) {
            made.submitted(fixtures.customer(north), campaign, points(100 - i, i), "");
        }
        made.started(fixtures.customer(north), campaign);
    }

    private ResponsePages.Asked asked(boolean names) {
        return new ResponsePages.Asked(campaign, 1, "SUR-1", 1, ResultsFilter.NONE, SurveyFixtures.content(), names);
    }

    private List<UUID> submitted() {
        return jdbc.sql("select id from response where campaign_id = ? and submitted_revision > 0 order by id")
                .param(campaign.value())
                .query(UUID.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void each_response_is_on_one_page_with_its_answers(boolean names) throws IOException {
        var sizes = new ArrayList<Integer>();
        var read = new ArrayList<UUID>();
        pages.read(asked(names), 2, page -> {
            sizes.add(page.heads().size());
            page.heads().stream().map(Head::id).forEach(id -> {
                read.add(id);
                assertThat(page.answers().get(id).read(page.words())).isEqualTo(rowByRow(id));
            });
        });

        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(read).containsExactlyInAnyOrderElementsOf(submitted());
        if (names) {
            assertThat(read).as("in the order they were begun").isSorted();
        }
    }

    /** The answers of a response, each of its own row. */
    private Map<UUID, Answer> rowByRow(UUID response) {
        var answers = new HashMap<UUID, Answer>();
        jdbc.sql("""
                        select s.question_id, s.content, t.words, t.who, t.often, t.badly
                        from response r
                        join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
                        left join expression_text t on t.id = s.expression_text_id
                        where r.id = ?""").param(response).query(row -> {
            answers.put(Columns.uuid(row, "question_id"), SubmittedAnswers.answer(row));
        });
        return answers;
    }

    @Test
    void answers_put_together_are_what_each_row_says() throws IOException {
        var content = new SurveyContent(
                SurveyFixtures.text(Fixtures.unique("Survey")),
                SurveyFixtures.text("To know."),
                List.of(SurveyFixtures.POINTS, LINE, SurveyFixtures.WORDS));
        campaign =
                made.published(fixtures.projectManager(), content, Instant.now().minusSeconds(60), Set.of(north));
        var words = "\u201EGr\u00FC\u00DFe\u201C \uD83D\uDE00 \"quoted\" {\\} \u0001\n'second', line";
        var customer = fixtures.customer(north);
        var response = made.started(customer, campaign);
        var need = new OwnWords.Answer(words, "everybody", OwnWords.Often.DAILY, OwnWords.Badly.PREVENTS);
        made.save(customer, response, SurveyFixtures.POINTS.id(), points(60, 40));
        made.save(customer, response, LINE.id(), new Text.Answer(words));
        made.save(customer, response, SurveyFixtures.WORDS.id(), need);
        As.viewer(customer, () -> answering.submit(response));
        made.save(customer, response, LINE.id(), new Text.Answer("not submitted"));

        pages.read(
                asked(true),
                page -> assertThat(page.answers().get(response.value()).read(page.words()))
                        .isEqualTo(rowByRow(response.value()))
                        .containsEntry(LINE.id().value(), new Text.Answer(words))
                        .containsEntry(SurveyFixtures.WORDS.id().value(), need));
    }

    @Test
    void whoever_takes_no_more_is_not_read_on_for() {
        var taken = new ArrayList<Integer>();

        assertThatThrownBy(() -> pages.read(asked(true), 1, page -> {
                    taken.add(page.heads().size());
                    throw new IOException("the browser has gone");
                }))
                .isInstanceOf(IOException.class);

        assertThat(taken).hasSize(1);
    }
}
