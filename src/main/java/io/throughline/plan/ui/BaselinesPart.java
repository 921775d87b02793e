package io.throughline.plan.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.throughline.plan.BaselineInfo;
import io.throughline.shared.PersonId;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** Every baseline of a project, the newest first: who approved it and when, and how its finish and cost moved. */
class BaselinesPart extends Composite<OrderedList> {

    BaselinesPart(
            String project,
            String currency,
            List<BaselineInfo> baselines,
            Function<PersonId, String> names,
            ZoneId zone) {
        getContent().addClassName("tl-list");
        for (var info : baselines) {
            var href = PlanNavigation.baselineHref(project, info.number());
            var head = Kit.row(Kit.link(href, getTranslation("project.baseline.n", info.number())));
            if (info.equals(baselines.getFirst())) {
                head.add(new Badge(Tone.OK, "✓", getTranslation("project.baseline.inForce")));
            }
            var figures = getTranslation("project.baseline.finish", Written.date(info.finish(), getLocale()));
            var cost = info.cost();
            if (cost != null) {
                figures += " · " + Written.money(cost, currency, getLocale());
            }
            var signed = new Div(
                    new Span(getTranslation("approval.by", names.apply(info.approvedBy())) + " "),
                    new Moment(info.approvedAt(), zone));
            signed.addClassName("tl-dim");
            getContent().add(new ListItem(head, new Div(figures), signed));
        }
    }
}
