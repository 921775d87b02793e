package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.throughline.plan.content.ActivityId;
import io.throughline.plan.content.Link;
import io.throughline.plan.content.LinkKind;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.WorkDays;
import io.throughline.plan.ui.Inputs;
import io.throughline.shared.DomainException;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an activity waits for: one line a dependency, with its type and its lag. */
class LinksField extends Composite<FieldSet> {

    /** Something that can be waited for. */
    private record Activity(ActivityId id, String title) {}

    private record Line(ComboBox<Activity> from, Select<LinkKind> kind, BigDecimalField lag, Button remove, Div all) {}

    private final transient List<Activity> possible;
    private final transient List<Line> lines = new ArrayList<>();
    private final Div place = Kit.stack();
    private final Button add = new Button();

    /** @param self can't wait for itself */
    LinksField(PlanContent plan, ActivityId self, List<Link> links) {
        possible = Stream.concat(
                        plan.tasks().stream().map(task -> new Activity(task.id(), task.title())),
                        plan.milestones().stream().map(one -> new Activity(one.id(), one.title())))
                .filter(activity -> !activity.id().equals(self))
                .toList();
        add.setText("+ " + getTranslation("draft.link.add"));
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.addClickListener(click -> line(null).from().focus());
        add.setVisible(!possible.isEmpty());
        getContent().setLegendText(getTranslation("draft.links"));
        getContent().addClassName("draft-links");
        getContent().add(place, add);
        if (possible.isEmpty()) {
            getContent().add(Kit.dim(getTranslation("draft.links.none")));
        }
        links.forEach(this::line);
    }

    /** @throws DomainException REQUIRED for a line that doesn't say what is waited for */
    List<Link> links() {
        return lines.stream()
                .map(line -> new Link(
                        Inputs.required(line.from(), line.from().getValue()).id(),
                        line.kind().getValue(),
                        new WorkDays(Objects.requireNonNullElse(line.lag().getValue(), BigDecimal.ZERO))))
                .toList();
    }

    private Line line(@Nullable Link link) {
        var from = new ComboBox<Activity>(getTranslation("draft.link.from"));
        from.setItems(possible);
        from.setItemLabelGenerator(Activity::title);
        var kind = new Select<LinkKind>();
        kind.setLabel(getTranslation("draft.link.kind"));
        kind.setItems(LinkKind.values());
        kind.setItemLabelGenerator(one -> Labels.of(this, one));
        kind.setValue(link == null ? LinkKind.FS : link.kind());
        var lag = Inputs.number(
                getTranslation("draft.link.lag"),
                link == null ? null : link.lag().days());
        var remove = new Button("×");
        var line = new Line(from, kind, lag, remove, Kit.div("draft-link", from, kind, lag, remove));
        line.all().getElement().setAttribute("role", "group");
        if (link != null) {
            possible.stream()
                    .filter(activity -> activity.id().equals(link.from()))
                    .findFirst()
                    .ifPresent(from::setValue);
        }
        remove.addClickListener(click -> {
            lines.remove(line);
            place.remove(line.all());
            number();
            add.focus();
        });
        lines.add(line);
        place.add(line.all());
        number();
        return line;
    }

    /** The fields of all lines are called the same: what tells them apart is which line they stand in. */
    private void number() {
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            line.all().getElement().setAttribute("aria-label", getTranslation("draft.link", number));
            line.remove().setAriaLabel(getTranslation("draft.link.remove", number));
        }
    }
}
