package io.throughline.plan.ui;

import io.throughline.plan.content.PlanFigures;
import io.throughline.shared.ui.Kpis;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A plan's headline figures. */
class PlanKpis extends Kpis {

    /**
     * @param before what the finish is compared with, null for nothing
     * @param needs how many it serves
     */
    PlanKpis(PlanFigures plan, @Nullable PlanFigures before, boolean money, int needs) {
        finish(plan, before);
        if (money) {
            cost(plan);
        }
        effort(plan);
        add(
                getTranslation("project.needs.served"),
                number(needs),
                getTranslation(
                        "project.needs.through",
                        plan.plan().requirementsInScope().size()),
                Tone.NEUTRAL);
        add(
                getTranslation("project.deliverables"),
                number(plan.plan().deliverables().size()),
                getTranslation("project.stages.count", plan.plan().stages().size()),
                Tone.NEUTRAL);
    }

    private void finish(PlanFigures plan, @Nullable PlanFigures before) {
        add(
                getTranslation("projects.finish"),
                before == null
                        ? Written.date(plan.finish(), getLocale())
                        : Written.dates(before.finish(), plan.finish(), getLocale()),
                getTranslation(
                        "project.from", Written.date(plan.schedule().start().toLocalDate(), getLocale())),
                Tone.NEUTRAL);
    }

    private void cost(PlanFigures plan) {
        var header = plan.plan().header();
        boolean over = plan.cost().compareTo(header.budget()) > 0;
        add(
                getTranslation("projects.cost"),
                Written.money(plan.cost(), header.currency(), getLocale()),
                getTranslation(
                        over ? "project.budget.over" : "project.budget.of",
                        Written.money(header.budget(), header.currency(), getLocale())),
                over ? Tone.BAD : Tone.NEUTRAL);
    }

    private void effort(PlanFigures plan) {
        var capacity = plan.plan().header().capacity();
        boolean over = plan.effort().compareTo(capacity) > 0;
        add(
                getTranslation("project.effort"),
                getTranslation("difference.days", Written.number(plan.effort().days(), getLocale())),
                getTranslation(
                        over ? "project.capacity.over" : "project.capacity.of",
                        Written.number(capacity.days(), getLocale())),
                over ? Tone.WARN : Tone.NEUTRAL);
    }

    private String number(int count) {
        return Written.number(BigDecimal.valueOf(count), getLocale());
    }
}
