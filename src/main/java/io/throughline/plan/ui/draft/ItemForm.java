package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import io.throughline.plan.PlanError;
import io.throughline.plan.content.PlanItem;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.ui.EditForm;
import io.throughline.plan.ui.FormDialog;
import io.throughline.shared.DomainException;
import io.throughline.shared.Id;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of one item of a plan. Saving it is one step; so is taking the item out, which can be undone at once.
 *
 * @param <T> the kind of item
 */
abstract class ItemForm<T extends PlanItem> extends FormDialog {

    private final DraftDesk desk;
    private final Id id;
    private @Nullable PlanItem before;

    /**
     * @param kind tells the form of a new item from those of other kinds
     * @param id of the item, made here for a new one
     * @param before null for a new item
     */
    ItemForm(DraftDesk desk, String kind, Id id, @Nullable T before) {
        super(
                "",
                new EditForm(
                        desk.services().texts(),
                        desk.services().viewer().get().id(),
                        desk.id().value() + " " + (before == null ? kind : id.value())));
        this.desk = desk;
        this.id = id;
        this.before = before;
    }

    /** What the fields say. @throws DomainException naming the first field that doesn't do */
    abstract T item();

    /** Opens a fresh form for another new item; empty if one rarely follows on the other. */
    Optional<Runnable> another() {
        return Optional.empty();
    }

    final DraftDesk desk() {
        return desk;
    }

    /** Lays out the fields, gives the form its buttons and opens it, the first field focused. */
    final void open(Component... fields) {
        form().addComponentAsFirst(Kit.stack(fields));
        if (desk.view().editable()) {
            buttons();
            for (var field : fields) {
                if (field instanceof Focusable<?> first) {
                    first.focus();
                    break;
                }
            }
        } else {
            readOnly();
        }
        open();
    }

    private void buttons() {
        if (before != null) {
            besides(getTranslation("draft.remove"), this::remove);
        } else {
            another()
                    .ifPresent(next -> besides(getTranslation("draft.save.next"), () -> {
                        if (save(this::store)) {
                            next.run();
                        }
                    }));
        }
        saving(getTranslation("action.save"), this::store);
    }

    /** Opens the form with its fields. */
    abstract void show();

    private void store() {
        var after = item();
        if (after.equals(before)) {
            return;
        }
        try {
            desk.edit(before == null ? new PlanOperation.Add(after) : new PlanOperation.Change(before, after));
        } catch (DomainException e) {
            if (e.code() == PlanError.ITEM_CHANGED) {
                lookAgain();
            }
            throw e;
        }
    }

    /** Somebody else changed it meanwhile: what stands there now is what saving again replaces. */
    private void lookAgain() {
        before = desk.plan().find(id).orElse(null);
        desk.refresh();
    }

    private void remove() {
        var gone = desk.plan().find(id).orElse(null);
        save(() -> {
            if (gone == null) {
                return;
            }
            var removal = Removal.of(desk.plan(), gone);
            try {
                desk.edit(removal);
            } catch (DomainException e) {
                throw e.code() == PlanError.BROKEN ? stillUsed(gone, e) : e;
            }
            Notices.undoable(
                    this,
                    getTranslation("draft.removed", gone.title()),
                    () -> desk.edit(PlanOperation.inverse(removal)));
        });
    }

    private static DomainException stillUsed(PlanItem gone, DomainException by) {
        return new DomainException(
                PlanError.STILL_USED, gone.title(), by.arguments().getFirst());
    }
}
