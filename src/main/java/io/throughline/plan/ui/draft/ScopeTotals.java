package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.plan.Choosable;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.content.RequirementRef;
import io.throughline.shared.Effort;
import io.throughline.shared.Money;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;

/** What the scope as decided comes to by the backlog's estimates, against budget and capacity. */
class ScopeTotals extends Composite<Div> {

    ScopeTotals() {
        getContent().addClassName("tl-row");
        getContent().getElement().setAttribute("aria-live", "polite");
    }

    void show(DraftDetail view, Choosable choosable) {
        var scope = view.content().requirementsInScope();
        var header = view.content().header();
        var cost = Money.ZERO;
        var effort = Effort.ZERO;
        for (var one : choosable.requirements()) {
            if (scope.contains(new RequirementRef(one.id().value()))) {
                cost = cost.plus(choosable.cost(one));
                effort = effort.plus(one.effort());
            }
        }
        var locale = getLocale();
        boolean dear = cost.compareTo(header.budget()) > 0;
        boolean much = effort.compareTo(header.capacity()) > 0;
        getContent().removeAll();
        getContent()
                .add(
                        Kit.dim(getTranslation("draft.scope.total", scope.size())),
                        badge(
                                dear,
                                getTranslation(
                                        dear ? "draft.scope.cost.over" : "draft.scope.cost.within",
                                        Written.money(cost, header.currency(), locale),
                                        Written.money(header.budget(), header.currency(), locale))),
                        badge(
                                much,
                                getTranslation(
                                        much ? "draft.scope.effort.over" : "draft.scope.effort.within",
                                        Written.number(effort.days(), locale),
                                        Written.number(header.capacity().days(), locale))));
    }

    private static Badge badge(boolean over, String text) {
        return new Badge(over ? Tone.BAD : Tone.OK, over ? "!" : "✓", text);
    }
}
