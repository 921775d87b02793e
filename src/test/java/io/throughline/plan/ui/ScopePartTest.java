package io.throughline.plan.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.throughline.plan.content.Obligation;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.Plans;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.ScopeItem;
import io.throughline.plan.ui.parts.Behind;
import io.throughline.shared.ui.LongTable;
import io.throughline.support.ViewTest;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ScopePartTest extends ViewTest {

    @Autowired
    Behind behind;

    @Test
    void what_is_in_stands_there_whole_what_is_left_out_a_page_at_a_time() {
        var plan = Plans.empty(LocalDate.of(2026, 1, 5), Set.of());
        for (int i = 100; i < 260; i++) {
            plan = decided(plan, new UUID(1, i), "IN-" + i, true);
            plan = decided(plan, new UUID(2, i), "OUT-" + i, false);
        }
        signIn(fixtures.manager());
        UI.getCurrent().add(new ScopePart(PlanFigures.of(plan), behind));

        assertThat(drawn())
                .contains("IN-100 ", "IN-259 ", "OUT-100 ", "OUT-199 ")
                .doesNotContain("OUT-200 ");

        var leftOut = _find(LongTable.class).getLast();
        ComponentUtil.fireEvent(leftOut, new LongTable.More(leftOut, true));
        assertThat(drawn()).contains("OUT-200 ", "OUT-259 ").doesNotContain("OUT-199 ");
    }

    private static PlanContent decided(PlanContent plan, UUID id, String code, boolean in) {
        var item = new ScopeItem(
                new RequirementRef(id), 1, code, "Show the works", Obligation.SHOULD, in, null, "as agreed");
        return new PlanOperation.Add(item).apply(plan);
    }
}
