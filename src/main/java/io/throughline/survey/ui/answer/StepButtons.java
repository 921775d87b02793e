package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/** The way back and the one way on, within a thumb's reach. */
public class StepButtons extends Composite<Div> {

    public StepButtons() {
        getContent().addClassNames("survey-steps", "tl-no-print");
    }

    public StepButtons other(String text, Runnable act) {
        getContent().add(new Button(text, click -> act.run()));
        return this;
    }

    StepButtons other(Component link) {
        getContent().add(link);
        return this;
    }

    public StepButtons onward(String text, Runnable act) {
        button(text, act);
        return this;
    }

    /** The way on, to be named later. */
    Button button(String text, Runnable act) {
        var button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getContent().add(button);
        return button;
    }

    /** A page's one heading; it can take the focus, so that a screen reader goes on from there. */
    public static H1 heading(String text) {
        var heading = new H1(text);
        heading.addClassName("answer-title");
        heading.getElement().setAttribute("tabindex", "-1");
        return heading;
    }
}
