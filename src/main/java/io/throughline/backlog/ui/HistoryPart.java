package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.throughline.backlog.RequirementDetail;
import io.throughline.backlog.StatusId;
import io.throughline.backlog.StatusStep;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.ReasonDialog;
import java.time.ZoneId;
import java.util.function.BiConsumer;

/** What happened to a requirement as customers are told it, and where they still wait to be told why. */
class HistoryPart extends Composite<Div> {

    HistoryPart(RequirementDetail requirement, boolean edits, ZoneId zone, BiConsumer<StatusId, String> tell) {
        var steps = new OrderedList();
        steps.addClassName("tl-list");
        for (var step : requirement.history()) {
            var item = new ListItem(Kit.row(new Span(Labels.of(this, step.status())), new Moment(step.at(), zone)));
            var words = step.text();
            if (words != null) {
                item.add(Kit.quote(words.in(getLocale()), getTranslation("backlog.status.told")));
            } else if (step.needsText()) {
                item.add(Kit.dim(getTranslation("backlog.status.hidden")));
            }
            if (edits && step.needsText()) {
                item.add(new Button(getTranslation("backlog.status.write"), click -> ask(step, tell)));
            }
            steps.add(item);
        }
        getContent().add(new H3(getTranslation("backlog.history")), steps);
    }

    private void ask(StatusStep step, BiConsumer<StatusId, String> tell) {
        new ReasonDialog(
                        getTranslation("backlog.status.write"),
                        getTranslation("backlog.status.write.text"),
                        getTranslation("backlog.status.text"),
                        getTranslation("action.save"),
                        words -> tell.accept(step.id(), words))
                .keptFor("status/" + step.id().value())
                .open();
    }
}
