package io.throughline.plan.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanJson;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FrozenPlansTest {

    private final FrozenPlans plans = new FrozenPlans();
    private int read;

    @Test
    void aPlanIsReadOnceForEverybodyAndOnceMoreWithoutMoney() {
        var plan = plan("Lamps");
        var first = figures(plan, true);

        assertThat(figures(plan, true)).isSameAs(first);
        assertThat(read).isEqualTo(1);
        assertThat(figures(plan, false).plan().header().budget()).isEqualTo(Money.ZERO);
        assertThat(figures(plan, true).plan().header().budget()).isEqualTo(Money.of(7));
        assertThat(read).isEqualTo(2);
    }

    @Test
    void whatWasNotLookedAtForLongestIsLetGoWhenThereAreTooMany() {
        var wide = "x".repeat(FrozenPlans.MOST_CHARACTERS / 8);
        var one = plan("One" + wide);
        var two = plan("Two" + wide);
        figures(one, true);
        figures(two, true);
        assertThat(read).isEqualTo(2);
        figures(one, true);
        figures(plan("Three" + wide), true);
        assertThat(read).isEqualTo(3);

        figures(one, true);
        assertThat(read).as("one was looked at after two").isEqualTo(3);
        figures(two, true);
        assertThat(read).as("two was let go").isEqualTo(4);
    }

    @Test
    void bytesThatDontMatchTheirHashAreNoPlan() {
        var hash = PlanJson.hash(plan("Lamps"));
        assertThatThrownBy(() -> plans.figures(hash, true, () -> PlanJson.text(plan("Lights"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(hash);
    }

    private PlanFigures figures(PlanContent plan, boolean money) {
        return plans.figures(PlanJson.hash(plan), money, () -> {
            read++;
            return PlanJson.text(plan);
        });
    }

    private static PlanContent plan(String name) {
        return PlanContent.empty(
                name, LocalizedText.en(name), "EUR", Money.of(7), Effort.ZERO, LocalDate.of(2025, 4, 11));
    }
}
