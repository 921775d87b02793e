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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form that stands on the page, over one value of the plan. What is unsaved in it stays where the plan changes
 * meanwhile.
 *
 * @param <T> what it edits
 */
abstract class InPlaceForm<T> extends Composite<Div> {

    private final DraftDesk desk;
    private final EditForm form;
    private final Button save = new Button();
    private @Nullable T before;

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
        var now = in(view).orElse(null);
        if (now != null && !now.equals(before)) {
            before = now;
            fill(now);
        }
        save.setVisible(view.editable());
        if (!view.editable()) {
            form.forget();
        }
        lock(form, !view.editable());
    }

    private void save() {
        var old = before;
        if (old == null) {
            return;
        }
        boolean done = form.attempt(() -> {
            var now = read(old);
            if (now.equals(old)) {
                return;
            }
            try {
                desk.edit(operation(old, now));
            } catch (DomainException e) {
                if (e.code() == PlanError.ITEM_CHANGED) {
                    before = in(desk.view()).orElse(old);
                }
                throw e;
            }
        });
        if (done) {
            form.forget();
            Notices.done(getTranslation("draft.saved"));
        }
    }

    private static void lock(Component part, boolean locked) {
        if (part instanceof HasValue<?, ?> field) {
            field.setReadOnly(locked);
        }
        part.getChildren().forEach(inner -> lock(inner, locked));
    }
}
