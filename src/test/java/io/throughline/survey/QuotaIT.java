package io.throughline.survey;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.DatabaseCost;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Once a segment has submitted enough, nobody else of it begins; who has begun may finish. */
@IntegrationTest
class QuotaIT {

    @Autowired
    Answering answering;

    @Autowired
    SurveyResults results;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    DatabaseCost cost;

    private Viewer pm;
    private String segment = "";
    private OrganisationId organisation;

    @BeforeEach
    void people() {
        pm = fixtures.projectManager();
        segment = Fixtures.unique("North");
        organisation = fixtures.organisation(Fixtures.unique("Organisation"), segment);
    }

    @Test
    void who_begins_after_the_quota_is_full_gets_a_polite_end() {
        var begun = fixtures.customer(organisation);
        var late = fixtures.customer(organisation);
        var elsewhere = fixtures.customer(fixtures.organisation(Fixtures.unique("Other"), Fixtures.unique("South")));
        var campaign = published(1, organisation, elsewhere.organisation());
        var response = made.started(begun, campaign);
        made.submitted(fixtures.customer(organisation), campaign, SurveyFixtures.points(50, 50), "Shade");

        assertThat(As.viewer(late, () -> answering.isEnough(campaign))).isTrue();
        refused(SurveyError.QUOTA_REACHED, () -> made.started(late, campaign));
        assertThat(As.viewer(late, () -> answering.find(campaign)))
                .as("nothing is kept of the try")
                .isEmpty();
        assertThat(offered(late)).as("nobody is asked to begin what they can't").doesNotContain(campaign);
        assertThat(offered(begun)).contains(campaign);
        assertThat(offered(elsewhere)).contains(campaign);
        assertThat(As.viewer(elsewhere, () -> answering.isEnough(campaign))).isFalse();
        assertThat(made.started(elsewhere, campaign)).isNotNull();

        made.save(begun, response, SurveyFixtures.POINTS.id(), SurveyFixtures.points(20, 80));
        As.viewer(begun, () -> answering.submit(response));
        assertThat(answered(campaign)).as("who had begun may finish").isEqualTo(2);
    }

    @Test
    void in_a_crowd_everybody_who_began_finishes_and_nobody_begins_afterwards() throws Exception {
        int crowd = 12;
        int enough = 5;
        var people = IntStream.range(0, crowd)
                .mapToObj(one -> fixtures.customer(organisation))
                .toList();
        var campaign = published(enough, organisation);
        var start = new CyclicBarrier(crowd);
        int submitted = 0;
        int turnedAway = 0;
        try (var pool = Executors.newFixedThreadPool(crowd)) {
            var running = people.stream()
                    .map(person -> pool.submit(() -> {
                        start.await();
                        ResponseId response;
                        try {
                            response = made.started(person, campaign);
                        } catch (DomainException refusal) {
                            assertThat(refusal.code()).isEqualTo(SurveyError.QUOTA_REACHED);
                            return false;
                        }
                        made.save(person, response, SurveyFixtures.POINTS.id(), SurveyFixtures.points(50, 50));
                        As.viewer(person, () -> answering.submit(response));
                        return true;
                    }))
                    .toList();
            for (var one : running) {
                if (one.get()) {
                    submitted++;
                } else {
                    turnedAway++;
                }
            }
        }
        assertThat(submitted).isGreaterThanOrEqualTo(enough);
        assertThat(submitted + turnedAway).isEqualTo(crowd);
        assertThat(answered(campaign)).isEqualTo(submitted);
        refused(SurveyError.QUOTA_REACHED, () -> made.started(fixtures.customer(organisation), campaign));
    }

    @Test
    void a_quota_nobody_could_meet_is_refused() {
        refused(CommonError.OUT_OF_RANGE, () -> published(0, organisation));
    }

    @Test
    void whether_there_is_room_takes_no_more_statements_for_many_surveys_than_for_one() {
        var customer = fixtures.customer(organisation);
        long one = statementsWith(published(2, organisation), customer);
        for (int i = 0; i < 3; i++) {
            published(2, organisation);
        }
        assertThat(statementsWith(published(2, organisation), customer)).isEqualTo(one);
    }

    /** Versions are read once and kept. */
    private long statementsWith(CampaignId offered, Viewer customer) {
        assertThat(offered(customer)).contains(offered);
        return As.viewer(customer, () -> cost.of(answering::open)).statements();
    }

    private List<CampaignId> offered(Viewer customer) {
        return As.viewer(customer, () -> answering.open()).stream()
                .map(OpenSurvey::id)
                .toList();
    }

    private int answered(CampaignId campaign) {
        return As.viewer(pm, () -> results.turnout(campaign, ResultsFilter.of(segment))).stream()
                .mapToInt(Turnout::answered)
                .sum();
    }

    private CampaignId published(int enough, OrganisationId... audience) {
        var opens = Instant.now().minusSeconds(60);
        return made.published(
                pm,
                SurveyFixtures.content(),
                new Round(
                        new Audience(Set.of(audience), Set.of(), Set.of(), true),
                        opens,
                        opens.plus(Duration.ofHours(1)),
                        null,
                        Map.of(segment, enough)));
    }
}
