package io.throughline.survey;

import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.Progress;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom an account says to be one human is compared with himself, or herself, also where answers were brought in. */
@IntegrationTest
class ImportedWavesIT {

    private static final String MAP = """
            {"respondent": "id", "name": "Respondent {}", "organisation": "org",
             "answers": [{"question": 1, "points": {"r": "roads", "p": "parks"}}]}""";

    @Autowired
    Waves waves;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Surveys surveys;

    @Autowired
    ResponseImport imports;

    @Autowired
    RespondentLinks links;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    private Viewer pm;
    private String called;
    private OrganisationId home;
    private CampaignId first;
    private CampaignId second;

    @BeforeEach
    void askedTwice() {
        pm = fixtures.projectManager();
        called = Fixtures.unique("Home");
        home = fixtures.organisation(called, "standard");
        first = made.published(pm, home);
        bring("1,%1$s,20,80", "2,%1$s,40,60");
        var opens = Instant.now().minusSeconds(60);
        second = As.viewer(
                pm,
                () -> campaigns.again(
                        surveys.detail(first).id(),
                        2,
                        new Round(Set.of(home), opens, opens.plus(Duration.ofHours(1)))));
        bring("1,%1$s,50,50", "2,%1$s,0,100");
    }

    @Test
    void an_id_in_a_file_holds_for_its_round_only() {
        var unlinked = compare();

        assertThat(unlinked.people()).isZero();
        assertThat(unlinked.strangers()).isTrue();
    }

    @Test
    void who_is_linked_with_an_account_is_one_human_each_counted_once() {
        var twice = fixtures.customer(home);
        link(twice, first, "1");
        link(twice, second, "1");
        var once = fixtures.customer(home);
        link(once, first, "2");
        made.submitted(once, second, points(90, 10), "");

        var comparison = compare();

        assertThat(comparison.people()).isEqualTo(2);
        assertThat(comparison.strangers())
                .as("nobody in the first who could be somebody of the second")
                .isFalse();
        assertThat(comparison.questions().getFirst().figures())
                .filteredOn(one -> one.item().equals("roads"))
                .singleElement()
                .satisfies(one -> assertThat(one.paired().change().difference()).isCloseTo(.4, within(1e-12)));
    }

    private void link(Viewer person, CampaignId campaign, String id) {
        As.viewer(fixtures.administrator(), () -> links.link(person.id(), campaign, id));
    }

    private void bring(String... lines) {
        var key = As.viewer(pm, () -> surveys.detail(first)).key();
        var csv = "id,org,r,p\n" + String.join("\n", lines).formatted(called) + "\n";
        assertThat(As.viewer(pm, () -> imports.importResponses(key, MAP, csv, false))
                        .done())
                .isTrue();
    }

    private Waves.Comparison compare() {
        return As.viewer(pm, () -> waves.compare(first, second, ResultsFilter.NONE, Progress.UNWATCHED));
    }
}
