package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.PlanError;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.ui.EditForm;
import io.throughline.shared.DomainException;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form that stands on the page, over one value of the plan. What is unsaved in it stays where the plan changes
 * meanwhile; its other fields show what stands in the plan now.
 *
 * @param <T> what it edits
 */
abstract class InPlaceForm<T> extends Composite<Div> {

    static final String HEADER = "header";
    static final String CALENDAR = "calendar";

    private final DraftDesk desk;
    private final EditForm form;
    private final Button save = new Button();
    private final transient List<Shown<?>> shown = new ArrayList<>();
    private @Nullable T before;
    private String theirs = "";

    InPlaceForm(DraftDesk desk, String kind) {
        this.desk = desk;
        form = new EditForm(
                desk.services().texts(),
                desk.services().viewer().get().id(),
                desk.id().value() + " " + kind);
        save.setText(getTranslation("action.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> save());
        form.onEnter(this::save);
        getContent().add(form);
    }

    /** What it edits, in the plan as it stands. */
    abstract Optional<T> in(DraftDetail view);

    /** Fills the fields. */
    abstract void fill(T value);

    /** What the fields say. @throws DomainException naming the first field that doesn't do */
    abstract T read(T old);

    abstract PlanOperation operation(T old, T now);

    final DraftDesk desk() {
        return desk;
    }

    final void lay(Component... fields) {
        var all = Kit.stack(fields);
        all.add(Kit.row(save));
        form.addComponentAsFirst(all);
    }

    final void show(DraftDetail view) {
        in(view).filter(now -> !now.equals(before)).ifPresent(this::take);
        save.setVisible(view.editable());
        if (!view.editable()) {
            form.forget();
        }
        lock(form, !view.editable());
    }

    /** Shows what stands in the plan now, save where something else was typed. @return whether both changed other fields */
    private boolean take(T now) {
        var typed = shown.stream().filter(Shown::isTyped).map(Shown::asTyped).toList();
        before = now;
        fill(now);
        var contested = typed.stream()
                .filter(Shown::isContested)
                .map(one -> one.said(getLocale()))
                .collect(Collectors.joining("; "));
        seen();
        typed.forEach(Shown::typeAgain);
        theirs = contested.isEmpty() ? "" : getTranslation("draft.contested", contested);
        sayTheirs();
        return contested.isEmpty();
    }

    private void sayTheirs() {
        if (!theirs.isEmpty()) {
            form.refuse(theirs);
        }
    }

    /** What the fields say now is what stands in the plan. */
    private void seen() {
        shown.clear();
        fields(form).map(Shown::now).forEach(shown::add);
    }

    private void save() {
        theirs = "";
        if (form.attempt(() -> store(true))) {
            form.forget();
            Notices.done(getTranslation("draft.saved"));
        } else {
            sayTheirs();
        }
    }

    /** @param again whether to try once more where somebody else changed nothing but other fields */
    private void store(boolean again) {
        var old = before;
        var now = old == null ? null : read(old);
        if (old == null || now == null || now.equals(old)) {
            return;
        }
        var untouched = List.copyOf(shown);
        try {
            seen();
            desk.edit(operation(old, now));
        } catch (DomainException e) {
            shown.clear();
            shown.addAll(untouched);
            boolean apart = e.code() == PlanError.ITEM_CHANGED
                    && in(desk.view()).map(this::take).orElse(false);
            if (!apart || !again) {
                throw e;
            }
            store(false);
        }
    }

    private static void lock(Component part, boolean locked) {
        fields(part).forEach(field -> field.setReadOnly(locked));
    }

    private static Stream<HasValue<?, ?>> fields(Component part) {
        return part instanceof HasValue<?, ?> field
                ? Stream.of(field)
                : part.getChildren().flatMap(InPlaceForm::fields);
    }
}
