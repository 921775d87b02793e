package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Two persons changed the same thing: whoever reads this decides which of both stands. */
class DesignConflict extends Composite<Div> {

    DesignConflict() {
        getContent().addClassName("answer-told");
        getContent().getElement().setAttribute("role", "alert");
    }

    /**
     * @param mine stores what this person wrote
     * @param theirs lets the other stand
     */
    void ask(Runnable mine, Runnable theirs) {
        getContent().removeAll();
        getContent()
                .add(
                        new Span("! " + getTranslation("surveys.design.conflict.text")),
                        new Button(getTranslation("surveys.design.conflict.mine"), click -> mine.run()),
                        new Button(getTranslation("surveys.design.conflict.theirs"), click -> theirs.run()));
    }

    /** Nothing is left to be decided. */
    void settled() {
        getContent().removeAll();
    }
}
