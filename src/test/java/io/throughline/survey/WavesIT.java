package io.throughline.survey;

import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Progress;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class WavesIT {

    @Autowired
    Waves waves;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    private Viewer pm;
    private OrganisationId home;
    private CampaignId first;
    private CampaignId second;
    private final List<Integer> earlier = List.of(20, 30, 40);
    private final List<Integer> later = List.of(50, 50, 80);

    @BeforeEach
    void answeredTwice() {
        pm = fixtures.projectManager();
        home = fixtures.organisation();
        first = made.published(pm, home);
        var people = earlier.stream().map(_ -> fixtures.customer(home)).toList();
        for (int i = 0; i < people.size(); i++) {
            made.submitted(people.get(i), first, points(earlier.get(i), 100 - earlier.get(i)), "");
        }
        second = made.again(pm, first, home);
        for (int i = 0; i < people.size(); i++) {
            made.submitted(people.get(i), second, points(later.get(i), 100 - later.get(i)), "");
        }
        made.submitted(fixtures.customer(home), second, points(0, 100), "");
    }

    @Test
    void what_changed_is_told_with_its_limits_and_the_same_people_are_compared_with_themselves() {
        var comparison = compare(first, second, ResultsFilter.NONE);

        assertThat(comparison.people()).isEqualTo(3);
        var spent = comparison.questions().getFirst();
        assertThat(spent.asked()).isEqualTo(Waves.Asked.SAME);
        assertThat(spent.tooFew()).isTrue();
        assertThat(spent.figures())
                .filteredOn(one -> one.item().equals("roads"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.before()).isCloseTo(.3, within(1e-12));
                    assertThat(one.after()).isCloseTo(.45, within(1e-12));
                    assertThat(one.change().low()).isLessThan(.15);
                    assertThat(one.change().high()).isGreaterThan(.15);
                    assertThat(one.change().p()).as("means are not tested").isNull();
                    assertThat(one.paired()).isNotNull();
                    assertThat(one.paired().people()).isEqualTo(3);
                    assertThat(one.paired().change().difference()).isCloseTo(.3, within(1e-12));
                    assertThat(one.paired().pHolm())
                            .as("two items are looked at")
                            .isCloseTo(2 * one.paired().change().p(), within(1e-12));
                });
    }

    @Test
    void two_surveys_are_not_compared_and_the_order_makes_no_difference() {
        var another = made.published(pm, home);
        assertThatExceptionOfType(DomainException.class).isThrownBy(() -> compare(another, second, ResultsFilter.NONE));
        assertThat(compare(second, first, ResultsFilter.NONE)).isEqualTo(compare(first, second, ResultsFilter.NONE));
    }

    @Test
    void a_filter_holds_for_both() {
        var nobody = compare(first, second, ResultsFilter.of("nobody"));

        assertThat(nobody.people()).isZero();
        assertThat(nobody.questions().getFirst().figures()).isEmpty();
    }

    private Waves.Comparison compare(CampaignId before, CampaignId after, ResultsFilter filter) {
        return As.viewer(pm, () -> waves.compare(before, after, filter, Progress.UNWATCHED));
    }
}
