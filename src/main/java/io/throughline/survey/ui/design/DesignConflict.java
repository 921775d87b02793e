package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;

/** Two persons changed the same thing: whoever reads this decides which of both stands, or reads what does no longer. */
class DesignConflict extends Composite<Div> {

    private transient List<String> asked = List.of();

    DesignConflict() {
        getContent().addClassName("answer-told");
        getContent().getElement().setAttribute("role", "alert");
    }

    /**
     * @param stored what the others wrote: nobody decides between two texts without seeing both
     * @param mine stores what this person wrote
     * @param theirs lets the other stand
     */
    void ask(List<String> stored, Runnable mine, Runnable theirs) {
        if (stored.equals(asked)) {
            return;
        }
        asked = stored;
        getContent().removeAll();
        getContent().add(new Span("! " + getTranslation("surveys.design.conflict.text")));
        stored.forEach(words -> getContent()
                .add(new Span(
                        words.isEmpty()
                                ? getTranslation("surveys.design.conflict.empty")
                                : getTranslation("surveys.design.conflict.stored", words))));
        getContent()
                .add(
                        new Button(getTranslation("surveys.design.conflict.mine"), click -> mine.run()),
                        new Button(getTranslation("surveys.design.conflict.theirs"), click -> theirs.run()));
    }

    /**
     * Shows what was written in something that somebody else removed, since no field shows it any more.
     *
     * @param words by the field they were written in
     */
    void gone(Map<String, String> words) {
        asked = List.of();
        getContent().removeAll();
        words.values()
                .forEach(one -> getContent().add(new Span("! " + getTranslation("surveys.design.conflict.gone", one))));
        getContent().add(new Button(getTranslation("action.close"), click -> {
            words.clear();
            settled();
        }));
    }

    /** Nothing is left to be decided. */
    void settled() {
        asked = List.of();
        getContent().removeAll();
    }
}
