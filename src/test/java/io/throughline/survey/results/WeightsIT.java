package io.throughline.survey.results;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.people.Organisations;
import io.throughline.shared.CommonError;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Turnout;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class WeightsIT {

    @Autowired
    Weights weights;

    @Autowired
    SurveyResults results;

    @Autowired
    Organisations organisations;

    @Autowired
    Answering answering;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    ApplicationEvents events;

    @Test
    void a_manager_sets_another_weight_for_a_reason_and_all_figures_follow() {
        var pm = fixtures.projectManager();
        var manager = fixtures.manager();
        var north = fixtures.organisation();
        var south = fixtures.organisation();
        var campaign = made.published(pm, north, south);
        made.submitted(fixtures.customer(north), campaign, points(100, 0), "");
        made.submitted(fixtures.customer(south), campaign, points(0, 100), "");
        assertThat(roads(pm, campaign)).isCloseTo(.5, within(1e-12));
        assertThat(report(pm, campaign).weightSet()).as("the frozen one").isZero();

        change(manager, campaign, 0, north, "3", "They pay three times as much.");

        assertThat(roads(pm, campaign)).isCloseTo(.75, within(1e-12));
        var now = As.viewer(pm, () -> weights.of(campaign));
        assertThat(now.number()).isEqualTo(1);
        assertThat(report(pm, campaign).weightSet())
                .as("the figures say which they have")
                .isEqualTo(1);
        assertThat(As.viewer(pm, () -> results.exportCsv(campaign, ResultsFilter.NONE, Locale.ENGLISH))
                        .lines())
                .first()
                .asString()
                .endsWith(",weight_set");
        assertThat(now.changes()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo("They pay three times as much.");
            assertThat(one.by()).isEqualTo(manager.name());
        });
        assertThat(now.weights())
                .filteredOn(one -> one.organisation().equals(north))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.frozen()).isEqualByComparingTo("1");
                    assertThat(one.weight()).isEqualByComparingTo("3");
                });
        assertThat(As.viewer(pm, () -> results.turnout(campaign, ResultsFilter.NONE)))
                .extracting(Turnout::weight)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyInAnyOrder(BigDecimal.ONE, new BigDecimal(3));
        assertThat(As.viewer(fixtures.customer(north), () -> answering.intro(campaign))
                        .weight())
                .as("what a respondent is told")
                .isEqualByComparingTo("3");
        assertThat(events.stream(Act.class).filter(act -> act.kind() == ActKind.WEIGHTS_CHANGED))
                .singleElement()
                .satisfies(act -> assertThat(act.contentHash()).isNotNull());

        refused(CommonError.STALE, () -> change(manager, campaign, 0, south, "2", "Late."));
        refused(CommonError.REQUIRED, () -> change(manager, campaign, 1, south, "2", " "));
        refused(CommonError.OUT_OF_RANGE, () -> change(manager, campaign, 1, south, "-1", "Less."));
        refused(CommonError.NOT_FOUND, () -> change(manager, campaign, 1, fixtures.organisation(), "2", "Not asked."));
    }

    @Test
    void what_an_organisation_is_given_before_a_campaign_opens_counts_in_it_and_later_no_more() {
        var pm = fixtures.projectManager();
        var manager = fixtures.manager();
        var north = fixtures.organisation();
        var south = fixtures.organisation();
        var open = made.published(pm, north, south);
        var waiting =
                made.published(pm, SurveyFixtures.content(), Instant.now().plusSeconds(3_600), Set.of(north, south));

        As.viewer(manager, () -> organisations.weigh(north, 0, new BigDecimal("3")));
        As.viewer(manager, () -> organisations.weigh(south, 0, new BigDecimal("2.5")));

        var now = As.viewer(pm, () -> weights.of(waiting));
        assertThat(now.weights())
                .extracting(Weights.Weight::weight)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyInAnyOrder(new BigDecimal(3), new BigDecimal("2.5"));
        assertThat(now.changes()).hasSize(2).allSatisfy(one -> {
            assertThat(one.by()).isEqualTo(manager.name());
            assertThat(one.reason()).contains("before this campaign opened");
        });
        assertThat(As.viewer(pm, () -> weights.of(open)).number()).isZero();
        assertThat(events.stream(Act.class).filter(act -> act.kind() == ActKind.WEIGHTS_CHANGED))
                .hasSize(2);
    }

    private ResultsReport report(Viewer viewer, CampaignId campaign) {
        return As.viewer(viewer, () -> results.report(campaign, ResultsFilter.NONE));
    }

    private double roads(Viewer viewer, CampaignId campaign) {
        return As.viewer(viewer, () -> results.itemFigures(campaign, POINTS.id(), "roads"))
                .importance()
                .weighted()
                .value();
    }

    private void change(
            Viewer viewer, CampaignId campaign, int seen, OrganisationId organisation, String weight, String reason) {
        As.viewer(viewer, () -> weights.change(campaign, seen, organisation, new BigDecimal(weight), reason));
    }
}
