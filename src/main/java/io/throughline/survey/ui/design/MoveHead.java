package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/** The heading of a part of a draft that can be dragged, moved by buttons, and removed. */
class MoveHead extends Composite<Div> {

    private final Button up;
    private final Button down;

    /** What its buttons are called, each with the part it moves. */
    record Names(String up, String down, String remove) {}

    /**
     * @param beside stands behind the heading
     * @param step hears whether it is to go up
     */
    MoveHead(String heading, Names names, Consumer<Boolean> step, Runnable remove, Component... beside) {
        var handle = new Span("⠿");
        handle.addClassName("tl-handle");
        handle.setTitle(getTranslation("surveys.design.drag"));
        handle.getElement().setAttribute("aria-hidden", "true");
        var title = new H2(heading);
        title.addClassName("tl-grow");
        up = new Button("↑", click -> step.accept(true));
        up.setAriaLabel(names.up());
        down = new Button("↓", click -> step.accept(false));
        down.setAriaLabel(names.down());
        var away = new Button(getTranslation("surveys.design.remove"), click -> remove.run());
        away.setAriaLabel(names.remove());
        away.addThemeVariants(ButtonVariant.TERTIARY);
        getContent().addClassName("survey-question-head");
        getContent().add(handle, title);
        getContent().add(beside);
        getContent().add(up, down, away);
    }

    /** The button that moved it keeps the focus where it went. */
    void focus(boolean upwards) {
        (upwards ? up : down).focus();
    }

    /** Brings a part into sight, with the focus in its first field. */
    static void begin(Component part) {
        part.getElement()
                .executeJs("requestAnimationFrame(() => { this.scrollIntoView({ block: 'nearest' });"
                        + " this.querySelector('input')?.focus(); })");
    }
}
