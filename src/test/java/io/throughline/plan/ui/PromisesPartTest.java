package io.throughline.plan.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.DeliverableId;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.Plans;
import io.throughline.shared.LocalizedText;
import io.throughline.support.ViewTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PromisesPartTest extends ViewTest {

    /** Whoever signs sees that nobody said when it is accepted, not a page that looks cut off. */
    @Test
    void what_a_promise_lacks_is_shown_as_lacking() {
        var bare = new Deliverable(
                new DeliverableId(new UUID(1, 7)),
                "D-1",
                "Map",
                LocalizedText.en("Map"),
                null,
                null,
                Set.of(),
                List.of());
        var plan = new PlanOperation.Add(bare).apply(Plans.empty(LocalDate.of(2026, 1, 5), Set.of()));
        signIn(fixtures.manager());
        UI.getCurrent().add(new PromisesPart(PlanFigures.of(plan)));

        assertThat(drawn().split("–", -1).length - 1)
                .as("ready, accepted when, serves")
                .isEqualTo(3);
    }
}
