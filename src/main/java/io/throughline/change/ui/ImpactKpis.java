package io.throughline.change.ui;

import io.throughline.plan.content.Impact;
import io.throughline.plan.content.Impact.Effect;
import io.throughline.plan.content.Impact.NeedImpact;
import io.throughline.plan.content.PlanFigures;
import io.throughline.shared.Money;
import io.throughline.shared.ui.Kpis;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a change does, in four figures: finish, cost, what is left of the budget, needs. */
class ImpactKpis extends Kpis {

    /** @param after the changed plan, for the budget its cost is compared with */
    ImpactKpis(Impact impact, PlanFigures after) {
        finish(impact);
        money(impact, after);
        needs(impact);
    }

    private void finish(Impact impact) {
        var days = impact.laterBy().days();
        var key = days.signum() == 0 ? "same" : days.signum() > 0 ? "later" : "earlier";
        add(
                getTranslation("projects.finish"),
                Written.dates(impact.finishBefore(), impact.finishAfter(), getLocale()),
                sign(days.signum()) + getTranslation("change.finish." + key, Written.number(days.abs(), getLocale())),
                days.signum() > 0 ? Tone.WARN : Tone.NEUTRAL);
    }

    private void money(Impact impact, PlanFigures after) {
        var header = after.plan().header();
        var difference = impact.costDifference();
        add(
                getTranslation("projects.cost"),
                difference.equals(Money.ZERO)
                        ? getTranslation("change.cost.same")
                        : Written.moneyDifference(difference, header.currency(), getLocale()),
                getTranslation("change.cost.total", Written.money(impact.costAfter(), header.currency(), getLocale())),
                difference.compareTo(Money.ZERO) > 0 ? Tone.WARN : Tone.NEUTRAL);
        var left = header.budget().minus(impact.costAfter());
        add(
                getTranslation("change.budget.left"),
                Written.money(left, header.currency(), getLocale()),
                getTranslation("project.budget.of", Written.money(header.budget(), header.currency(), getLocale())),
                left.isNegative() ? Tone.BAD : Tone.NEUTRAL);
    }

    private void needs(Impact impact) {
        var parts = new ArrayList<String>();
        for (var effect : List.of(Effect.DROPS_OUT, Effect.WEAKENED, Effect.DELAYED, Effect.JOINS)) {
            var count = impact.needs().stream()
                    .map(NeedImpact::effects)
                    .filter(effects -> effects.contains(effect))
                    .count();
            if (count > 0) {
                parts.add(getTranslation("change.needs." + effect.name().toLowerCase(Locale.ROOT), count));
            }
        }
        add(
                getTranslation("change.needs"),
                parts.isEmpty() ? getTranslation("change.needs.same") : String.join(" · ", parts),
                getTranslation("change.needs.served", impact.needsServedBefore(), impact.needsServedAfter()),
                impact.needs().stream().anyMatch(need -> need.effects().contains(Effect.DROPS_OUT))
                        ? Tone.BAD
                        : Tone.NEUTRAL);
    }

    private static String sign(int signum) {
        return signum == 0 ? "" : signum > 0 ? "▲ " : "▼ ";
    }
}
