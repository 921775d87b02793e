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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom an account says to be one human is compared with himself, or herself, also where answers were brought in. */
@IntegrationTest
class ImportedWavesIT {

    @Autowired
    Waves waves;

    @Autowired
    ImportedAnswers answers;

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
        bring("1,%s,20,80", "2,%s,40,60");
        second = made.again(pm, first, home);
        bring("1,%s,50,50", "2,%s,0,100");
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
        assertThat(answers.bring(pm, first, called, lines).done()).isTrue();
    }

    private Waves.Comparison compare() {
        return As.viewer(pm, () -> waves.compare(first, second, ResultsFilter.NONE, Progress.UNWATCHED));
    }
}
