package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.throughline.backlog.RequirementDetail;
import io.throughline.backlog.RequirementState;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.ReasonDialog;
import java.util.function.Consumer;

/** What a project manager may do with a requirement where it stands now. */
class RequirementActions extends Composite<Div> {

    private final transient BacklogServices services;
    private final transient RequirementDetail shown;
    private final transient Consumer<String> changed;

    RequirementActions(BacklogServices services, RequirementDetail shown, Consumer<String> changed) {
        this.services = services;
        this.shown = shown;
        this.changed = changed;
        getContent().addClassNames("tl-row", "tl-no-print");
        if (shown.state() == RequirementState.PROPOSED) {
            action("backlog.accept", this::accept).addThemeVariants(ButtonVariant.PRIMARY);
        }
        action(
                "backlog.edit",
                () -> RequirementForm.edit(services.requirements(), shown, changed)
                        .open());
        if (shown.place().rank() > 0) {
            action(
                    "backlog.move",
                    () -> MoveDialog.byRank(services, shown.id(), changed).open());
        }
        if (shown.place().pinned()) {
            action("backlog.release", this::release);
        }
        switch (shown.state()) {
            case PROPOSED, ACCEPTED -> action("backlog.decline", this::decline);
            case DECLINED -> action("backlog.reconsider", this::reconsider);
            case PLANNED, DELIVERED, PARTLY_DONE, DONE -> {}
        }
    }

    private Button action(String key, Runnable act) {
        var button = new Button(getTranslation(key), click -> act.run());
        getContent().add(button);
        return button;
    }

    private void accept() {
        services.requirements().accept(shown.id(), shown.version());
        changed.accept(getTranslation("backlog.accepted", shown.key()));
    }

    private void release() {
        services.ranking().release(shown.id());
        var words =
                getTranslation("backlog.released", shown.key(), shown.place().computedRank());
        changed.accept(words);
        Notices.done(words);
    }

    private void reconsider() {
        services.requirements().reconsider(shown.id(), shown.version());
        changed.accept(getTranslation("backlog.reconsidered", shown.key()));
    }

    private void decline() {
        new ReasonDialog(
                        getTranslation("backlog.decline.title", shown.key()),
                        getTranslation("backlog.decline.text"),
                        getTranslation("backlog.reason"),
                        getTranslation("backlog.decline"),
                        reason -> {
                            services.requirements().decline(shown.id(), shown.version(), reason);
                            changed.accept(getTranslation("backlog.declined", shown.key()));
                        })
                .keptFor("requirement-decline/" + shown.id().value())
                .open();
    }
}
