package io.throughline.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.Progress;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.logic.Claim.Amount;
import io.throughline.survey.logic.Claim.Order;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.stats.Detail;
import io.throughline.survey.results.CountedResults;
import io.throughline.survey.results.WantedResults;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gives roads 50 points or more is asked, and has to say, what else is missing there. */
@IntegrationTest
class ConditionsIT {

    private static final OwnWords WHY =
            new OwnWords(QuestionId.next(), SurveyFixtures.text("What about roads?"), SurveyFixtures.text(""), true);

    @Autowired
    SurveyFixtures made;

    @Autowired
    Answering answering;

    @Autowired
    CountedResults results;

    @Autowired
    ResponseImport imports;

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;
    private Viewer customer;
    private CampaignId campaign;

    @BeforeEach
    void asked() {
        pm = fixtures.projectManager();
        var organisation = fixtures.organisation();
        customer = fixtures.customer(organisation);
        var roads = new Amount(Order.AT_LEAST, "roads", BigDecimal.valueOf(50));
        var content = SurveyFixtures.content();
        campaign = made.published(
                pm,
                content.with(List.of(Section.blank(SectionId.ONLY)
                        .with(List.of(
                                Entry.of("q1", SurveyFixtures.POINTS),
                                Entry.of("q2", WHY)
                                        .with(Condition.all(new Comparison(SurveyFixtures.POINTS.id(), roads))))))),
                Instant.now().minusSeconds(60),
                Set.of(organisation));
    }

    @Test
    void required_applies_to_what_is_asked_only() {
        var response = made.started(customer, campaign);
        made.save(customer, response, SurveyFixtures.POINTS.id(), SurveyFixtures.points(80, 20));
        assertThat(As.viewer(customer, () -> answering.gaps(response)))
                .extracting(Gap::question)
                .containsExactly(WHY.id());
        assertThatThrownBy(() -> As.viewer(customer, () -> answering.submit(response)))
                .extracting("code")
                .isEqualTo(SurveyError.INCOMPLETE);
        made.save(customer, response, SurveyFixtures.POINTS.id(), SurveyFixtures.points(20, 80));
        assertThat(As.viewer(customer, () -> answering.submit(response)).revision())
                .isEqualTo(1);
    }

    @Test
    void an_answer_to_what_is_not_asked_any_more_is_kept_and_does_not_count_until_it_is_asked_again() {
        var response = made.started(customer, campaign);
        made.save(customer, response, SurveyFixtures.POINTS.id(), SurveyFixtures.points(80, 20));
        made.save(customer, response, WHY.id(), new OwnWords.Answer("Holes."));
        made.save(customer, response, SurveyFixtures.POINTS.id(), SurveyFixtures.points(20, 80));
        As.viewer(customer, () -> answering.submit(response));

        assertThat(counted()).as("not asked is not left out").isZero();
        assertThat(As.viewer(customer, () -> answering.sheet(response)).answers())
                .as("kept")
                .containsKey(WHY.id());

        made.save(customer, response, SurveyFixtures.POINTS.id(), SurveyFixtures.points(60, 40));
        As.viewer(customer, () -> answering.submit(response));
        assertThat(counted()).isEqualTo(1);
        assertThat(jdbc.sql("select hidden from response where id = ?")
                        .param(response.value())
                        .query(String.class)
                        .optional())
                .isEmpty();
    }

    @Test
    void a_file_brings_in_no_answer_that_could_not_have_been_given_here() {
        var key = As.viewer(pm, () -> surveys.detail(campaign).key());
        var home = As.viewer(pm, () -> campaigns.audience(campaign)).getFirst().name();
        var map = """
                {"respondent": "id", "name": "Respondent {}", "organisation": "home", "answers": [
                 {"question": 1, "points": {"r": "roads", "p": "parks"}},
                 {"question": 2, "words": "why"}]}""";
        var csv = "id,home,r,p,why\n1," + home + ",20,80,Nobody asked\n";
        var report = As.viewer(pm, () -> imports.importResponses(key, map, csv, false));
        assertThat(report.done()).isFalse();
        assertThat(report.errors()).extracting(one -> one.error().code()).containsExactly(SurveyError.IMPORT_NOT_ASKED);
        var fits = As.viewer(
                pm, () -> imports.importResponses(key, map, "id,home,r,p,why\n1," + home + ",20,80,\n", false));
        assertThat(fits.done()).isTrue();
        assertThat(counted()).isZero();
    }

    private int counted() {
        return results.of(
                        new WantedResults(campaign, ResultsFilter.NONE, 1, false, Detail.EVERYTHING, null),
                        List.of(WHY),
                        Progress.UNWATCHED)
                .getFirst()
                .size()
                .people();
    }
}
