package io.throughline.backlog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.backlog.RequirementDetail;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.RequirementPlace;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves a requirement by hand, with the reason: the keyboard's twin of dragging, and what asks after a drag. A place is
 * held by the neighbour it was chosen beside, not by its number, so that somebody else's move meanwhile doesn't shift it.
 */
class MoveDialog extends Dialog {

    private final transient BacklogServices services;
    private final transient RequirementDetail moved;
    private final transient Consumer<String> done;
    private final TextArea reason = new TextArea();

    private MoveDialog(BacklogServices services, RequirementId id, Consumer<String> done) {
        this.services = services;
        this.moved = services.requirements().detail(id);
        this.done = done;
        setHeaderTitle(getTranslation("backlog.move.title", moved.key()));
        setWidth("min(520px, 92vw)");
        reason.setLabel(getTranslation("backlog.reason"));
        reason.setHelperText(getTranslation("backlog.move.reason"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
    }

    /** Asks for the rank as well. */
    static MoveDialog byRank(BacklogServices services, RequirementId id, Consumer<String> done) {
        var dialog = new MoveDialog(services, id, done);
        int count = services.backlog().count(dialog.moved.area());
        var target = new IntegerField(dialog.getTranslation("backlog.move.rank"));
        // Who types a rank means that one, not one more digit of the present one.
        target.setAutoselect(true);
        target.setMin(1);
        target.setMax(count);
        target.setStepButtonsVisible(true);
        target.setValue(dialog.moved.place().rank());
        target.setAutofocus(true);
        dialog.add(Kit.stack(dialog.where("backlog.move.text"), target, dialog.reason));
        dialog.buttons(() -> dialog.rightAbove(Math.clamp(
                Objects.requireNonNullElse(
                        target.getValue(), dialog.moved.place().rank()),
                1,
                count)));
        return dialog;
    }

    /**
     * After a drag: the place is known, the reason is not.
     *
     * @param target the requirement it was dropped beside, which stands at this rank or right above it
     */
    static MoveDialog dropped(
            BacklogServices services, RequirementId id, RequirementId target, int rank, Consumer<String> done) {
        var dialog = new MoveDialog(services, id, done);
        int wanted = rank > dialog.moved.place().rank() ? rank - 1 : rank;
        var above = dialog.rightAbove(wanted);
        dialog.add(Kit.stack(
                dialog.where("backlog.move.text"),
                new Paragraph(
                        above == null
                                ? dialog.getTranslation("backlog.move.top")
                                : dialog.getTranslation("backlog.move.below", dialog.named(above))),
                dialog.reason));
        dialog.reason.setAutofocus(true);
        dialog.buttons(() -> above);
        return dialog;
    }

    private interface Place {
        @Nullable
        RequirementId below();
    }

    private void buttons(Place place) {
        var go = new Button(getTranslation("backlog.move.pin"), click -> {
            if (reason.isEmpty()) {
                reason.setErrorMessage(getTranslation("error.BacklogError.REASON_REQUIRED"));
                reason.setInvalid(true);
                reason.focus();
                return;
            }
            var before = moved.place();
            var stoodBelow = rightAbove(before.rank());
            services.ranking().pin(moved.id(), place.below(), reason.getValue());
            close();
            var after = services.requirements().detail(moved.id()).place();
            var words = getTranslation("backlog.move.done", moved.key(), after.rank(), after.computedRank());
            done.accept(words);
            Notices.undoable(this, words, () -> undo(before, stoodBelow));
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
    }

    /** Back to the score, or to where a hand had put it before. */
    private void undo(RequirementPlace before, @Nullable RequirementId stoodBelow) {
        var reasonBefore = before.pinReason();
        if (before.pinned() && reasonBefore != null) {
            services.ranking().pin(moved.id(), stoodBelow, reasonBefore);
        } else {
            services.ranking().release(moved.id());
        }
        done.accept(getTranslation("backlog.move.undone", moved.key()));
    }

    private Paragraph where(String key) {
        var text = new Paragraph(
                getTranslation(key, moved.place().rank(), moved.place().computedRank()));
        text.addClassName("tl-dim");
        return text;
    }

    private String named(RequirementId id) {
        var above = services.requirements().detail(id);
        return above.key() + " " + above.content().title().in(getLocale());
    }

    /** The requirement that will stand right above this rank once the moved one has left its place. */
    private @Nullable RequirementId rightAbove(int rank) {
        if (rank <= 1) {
            return null;
        }
        int above = rank > moved.place().rank() ? rank : rank - 1;
        var found = services.backlog().page(moved.area(), above - 1, 1);
        return found.isEmpty() ? null : found.getFirst().id();
    }
}
