package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.DraftDetail;
import io.throughline.shared.ui.Kpis;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;

/** The headline figures of a plan: when it ends, what it costs, what it takes, whom it serves. */
class PlanFacts extends Composite<Div> {

    void show(DraftDetail view, BacklogForPlanning backlog) {
        var plan = view.content();
        var figures = view.figures();
        var header = plan.header();
        boolean dear = figures.cost().compareTo(header.budget()) > 0;
        boolean much = figures.effort().compareTo(header.capacity()) > 0;
        var scope = plan.requirementsInScope();
        getContent().removeAll();
        getContent()
                .add(new Kpis()
                        .add(
                                getTranslation("draft.finish"),
                                plan.tasks().isEmpty() ? "–" : Written.date(figures.finish(), getLocale()),
                                getTranslation("draft.finish.from", Written.date(header.start(), getLocale())),
                                Tone.NEUTRAL)
                        .add(
                                getTranslation("draft.cost"),
                                Written.money(figures.cost(), header.currency(), getLocale()),
                                over(dear, Written.money(header.budget(), header.currency(), getLocale())),
                                dear ? Tone.BAD : Tone.NEUTRAL)
                        .add(
                                getTranslation("draft.effort"),
                                Written.number(figures.effort().days(), getLocale()),
                                over(much, Written.number(header.capacity().days(), getLocale())),
                                much ? Tone.BAD : Tone.NEUTRAL)
                        .add(
                                getTranslation("draft.needs"),
                                String.valueOf(
                                        backlog
                                                .byIds(scope.stream()
                                                        .map(one -> new RequirementId(one.value()))
                                                        .toList())
                                                .stream()
                                                .flatMap(one -> one.needs().stream())
                                                .distinct()
                                                .count()),
                                getTranslation("draft.needs.by", scope.size()),
                                Tone.NEUTRAL));
    }

    private String over(boolean over, String limit) {
        return over ? "! " + getTranslation("draft.over", limit) : getTranslation("draft.of", limit);
    }
}
