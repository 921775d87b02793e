package io.throughline.backlog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.Requirements;
import io.throughline.shared.ui.Kit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Moves a requirement by hand, with the reason: the keyboard's twin of dragging, and what asks after a drag. */
class MoveDialog extends Dialog {

    private final transient BacklogServices services;
    private final transient Requirements.Detail moved;

    MoveDialog(BacklogServices services, RequirementId id, int rank, Consumer<String> done) {
        this.services = services;
        this.moved = services.requirements().detail(id);
        int count = services.backlog().count(moved.area());
        setHeaderTitle(getTranslation("backlog.move.title", moved.key()));
        setWidth("min(520px, 92vw)");
        var text = new Paragraph(getTranslation(
                "backlog.move.text", moved.place().rank(), moved.place().computedRank()));
        text.addClassName("tl-dim");
        var target = new IntegerField(getTranslation("backlog.move.rank"));
        target.setMin(1);
        target.setMax(count);
        target.setStepButtonsVisible(true);
        target.setValue(Math.clamp(rank > moved.place().rank() ? rank - 1 : rank, 1, count));
        var reason = new TextArea(getTranslation("backlog.reason"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        add(Kit.stack(text, target, reason));
        var go = new Button(getTranslation("backlog.move.pin"), click -> {
            int wanted = target.getValue() == null ? moved.place().rank() : Math.clamp(target.getValue(), 1, count);
            services.ranking().pin(id, below(wanted), reason.getValue());
            close();
            done.accept(getTranslation("backlog.move.done", moved.key(), wanted));
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
    }

    /** The requirement that will stand right above this rank once the moved one has left its place. */
    private @Nullable RequirementId below(int rank) {
        if (rank == 1) {
            return null;
        }
        int above = rank > moved.place().rank() ? rank : rank - 1;
        return services.backlog().page(moved.area(), above - 1, 1).getFirst().id();
    }
}
