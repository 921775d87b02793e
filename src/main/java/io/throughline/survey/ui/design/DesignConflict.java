package io.throughline.survey.ui.design;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two persons changed the same thing: whoever reads this decides which of both stands, or reads what does no longer. */
class DesignConflict extends Composite<Div> {

    private @Nullable String asked;

    DesignConflict() {
        getContent().addClassNames("answer-told", "design-told");
        getContent().getElement().setAttribute("role", "alert");
    }

    /** Under a field at the edge of the screen it would stand out of sight of whoever is writing in that. */
    @Override
    protected void onAttach(AttachEvent event) {
        getElement()
                .executeJs("requestAnimationFrame(() => {"
                        + " if (this.previousElementSibling?.contains(document.activeElement))"
                        + " this.scrollIntoView({ block: 'nearest' }); })");
    }

    /**
     * @param field what the field in dispute is called: whoever hears this does not see it stand there
     * @param stored what the others wrote: nobody decides between two texts without seeing both
     * @param mine stores what this person wrote
     * @param theirs lets the other stand
     */
    void ask(String field, String stored, Runnable mine, Runnable theirs) {
        if (stored.equals(asked)) {
            return;
        }
        asked = stored;
        getContent().removeAll();
        getContent()
                .add(
                        new Span("! " + getTranslation("surveys.design.conflict.text", field)),
                        new Span(
                                stored.isEmpty()
                                        ? getTranslation("surveys.design.conflict.empty")
                                        : getTranslation("surveys.design.conflict.stored", stored)),
                        button("surveys.design.conflict.mine", field, mine),
                        button("surveys.design.conflict.theirs", field, theirs));
    }

    private Button button(String key, String field, Runnable act) {
        var button = new Button(getTranslation(key), click -> act.run());
        button.setAriaLabel(getTranslation(key) + ": " + field);
        return button;
    }

    /**
     * Shows what was written in something that somebody else removed, since no field shows it any more.
     *
     * @param words by the field they were written in
     */
    void gone(Map<String, String> words) {
        getContent().removeAll();
        words.values()
                .forEach(one -> getContent().add(new Span("! " + getTranslation("surveys.design.conflict.gone", one))));
        getContent().add(new Button(getTranslation("action.close"), click -> {
            words.clear();
            getContent().removeAll();
        }));
    }
}
