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
     * @param settled shows what stands stored then, either way
     */
    void ask(Runnable mine, Runnable settled) {
        getContent().removeAll();
        getContent()
                .add(
                        new Span("! " + getTranslation("surveys.design.conflict.text")),
                        new Button(getTranslation("surveys.design.conflict.mine"), click -> {
                            mine.run();
                            settle(settled);
                        }),
                        new Button(getTranslation("surveys.design.conflict.theirs"), click -> settle(settled)));
    }

    private void settle(Runnable settled) {
        getContent().removeAll();
        settled.run();
    }
}
