package io.throughline.plan.content;

import static io.throughline.shared.Progress.UNWATCHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.throughline.plan.content.ScopeChoice.Candidate;
import io.throughline.plan.content.ScopeChoice.Why;
import io.throughline.shared.Effort;
import io.throughline.shared.Money;
import io.throughline.shared.Progress;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeChoiceTest {

    private static final Effort PLENTY = Effort.ofHours(10_000);

    @Test
    void takesTheBestValueForItsCostThatFits() {
        var choice = choose(15, of(1, 10, 10), of(2, 9, 5), of(3, 4, 5), of(4, 1, 5));

        assertThat(choice.chosen()).containsExactly(ref(1), ref(2));
        assertThat(choice.reasons().get(ref(3)).why()).isEqualTo(Why.DOES_NOT_FIT);
        assertThat(choice.value()).isEqualByComparingTo("19");
        assertThat(choice.cost()).isEqualTo(Money.of(15));
    }

    @Test
    void aPrerequisiteComesAlongAndCounts() {
        var choice = choose(10, of(1, 20, 4, 2), of(2, 0, 6), of(3, 8, 5));

        assertThat(choice.chosen()).containsExactly(ref(1), ref(2));
        assertThat(choice.reasons().get(ref(2)).why()).isEqualTo(Why.PREREQUISITE);
        assertThat(choice.reasons().get(ref(2)).of()).containsExactly(ref(1));
    }

    @Test
    void mustsComeFirstEvenOverTheBudgetWhichIsSaid() {
        var must = new Candidate(ref(1), null, Money.of(20), Effort.ZERO, Set.of(), true);

        var choice = choose(10, must, of(2, 9, 1));

        assertThat(choice.chosen()).containsExactly(ref(1));
        assertThat(choice.reasons().get(ref(1)).why()).isEqualTo(Why.MUST);
        assertThat(choice.withinLimits()).isFalse();
    }

    @Test
    void withoutEvidenceNothingIsChosenForItsOwnSake() {
        var choice = choose(10, new Candidate(ref(1), null, Money.of(1), Effort.ZERO, Set.of(), false));

        assertThat(choice.chosen()).isEmpty();
        assertThat(choice.reasons().get(ref(1)).why()).isEqualTo(Why.NO_VALUE);
    }

    @Test
    void aPrerequisiteThatCannotBeHadKeepsItOutUnlessItIsDone() {
        var candidates = List.of(of(1, 5, 1, 9));

        assertThat(ScopeChoice.greedy(candidates, Money.of(10), PLENTY, Set.of(), UNWATCHED)
                        .reasons()
                        .get(ref(1)))
                .isEqualTo(new ScopeChoice.Reason(Why.PREREQUISITE_MISSING, Set.of(ref(9))));
        assertThat(ScopeChoice.greedy(candidates, Money.of(10), PLENTY, Set.of(ref(9)), UNWATCHED)
                        .chosen())
                .containsExactly(ref(1));
    }

    @Test
    void whatDidNotFitIsTakenOnceOthersBroughtItsPrerequisite() {
        var choice = choose(12, of(1, 90, 5, 3), of(2, 40, 6, 3), of(3, 0, 6), of(4, 1, 1));

        assertThat(choice.chosen()).as("1 with 3; 2 needs 6 more, 1 is left").containsExactly(ref(1), ref(3), ref(4));
        assertThat(choose(17, of(1, 90, 5, 3), of(2, 40, 6, 3), of(3, 0, 6), of(4, 1, 1))
                        .chosen())
                .as("2 fits once 3 is there")
                .containsExactly(ref(1), ref(2), ref(3));
    }

    /** Weighing everything again after every choice would take minutes. */
    @Test
    void aLongBacklogIsChosenFromInTime() {
        var random = new Random(4);
        var candidates = new ArrayList<Candidate>();
        for (int i = 1; i <= 20_000; i++) {
            var prerequisites = i > 1 && random.nextInt(5) == 0 ? new int[] {1 + random.nextInt(i - 1)} : new int[0];
            candidates.add(of(i, 1 + random.nextInt(1_000), 1 + random.nextInt(50), prerequisites));
        }

        var choice = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> ScopeChoice.greedy(
                        candidates, Money.of(250_000), Effort.ofHours(10_000_000), Set.of(), UNWATCHED));

        assertThat(choice.chosen()).hasSizeBetween(5_000, 19_999);
        assertThat(choice.cost()).isLessThanOrEqualTo(Money.of(250_000));
    }

    @Test
    void itSaysHowFarItIsAndStopsWhereNobodyWaits() {
        var said = new ArrayList<Integer>();
        Progress progress = (done, all) -> {
            assertThat(all).isEqualTo(6);
            if (done == 5) {
                throw new CancellationException();
            }
            said.add(done);
        };

        assertThatThrownBy(() -> ScopeChoice.greedy(
                        List.of(of(1, 5, 1), of(2, 4, 1), of(3, 3, 1)), Money.of(10), PLENTY, Set.of(), progress))
                .isInstanceOf(CancellationException.class);
        assertThat(said).containsExactly(1, 2, 3, 4);
    }

    @Test
    void capacityLimitsAsTheBudgetDoes() {
        var a = new Candidate(ref(1), BigDecimal.TEN, Money.of(1), Effort.ofHours(8), Set.of(), false);
        var b = new Candidate(ref(2), BigDecimal.ONE, Money.of(1), Effort.ofHours(3), Set.of(), false);

        var choice = ScopeChoice.greedy(List.of(a, b), Money.of(10), Effort.ofHours(10), Set.of(), UNWATCHED);

        assertThat(choice.chosen()).containsExactly(ref(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void neverOverTheLimitsNeverWithoutAPrerequisiteAndAlwaysAReason(long seed) {
        var random = new Random(seed);
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < 40; i++) {
            var before = new HashSet<RequirementRef>();
            for (int k = 0; k < random.nextInt(3); k++) {
                before.add(ref(random.nextInt(42)));
            }
            before.remove(ref(i));
            candidates.add(new Candidate(
                    ref(i),
                    random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(100)),
                    Money.of(1 + random.nextInt(50)),
                    Effort.ofHours(random.nextInt(50)),
                    before,
                    false));
        }

        var choice = ScopeChoice.greedy(candidates, Money.of(300), Effort.ofHours(300), Set.of(), UNWATCHED);

        assertThat(choice.cost()).as("seed %d", seed).isLessThanOrEqualTo(Money.of(300));
        assertThat(choice.effort()).as("seed %d", seed).isLessThanOrEqualTo(Effort.ofHours(300));
        assertThat(choice.reasons()).hasSize(40);
        for (var candidate : candidates) {
            var in = choice.chosen().contains(candidate.requirement());
            assertThat(choice.reasons().get(candidate.requirement()).in()).isEqualTo(in);
            if (in) {
                assertThat(choice.chosen()).as("seed %d", seed).containsAll(candidate.prerequisites());
            }
        }
    }

    private static ScopeChoice choose(long budget, Candidate... candidates) {
        return ScopeChoice.greedy(List.of(candidates), Money.of(budget), PLENTY, Set.of(), UNWATCHED);
    }

    private static Candidate of(int id, long value, long cost, int... prerequisites) {
        var before = new HashSet<RequirementRef>();
        for (int one : prerequisites) {
            before.add(ref(one));
        }
        return new Candidate(ref(id), BigDecimal.valueOf(value), Money.of(cost), Effort.ZERO, before, false);
    }

    private static RequirementRef ref(int number) {
        return new RequirementRef(new UUID(0, number));
    }
}
