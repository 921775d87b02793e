package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.SurveyContent;

/** Says that surveys start from a template as it was, until what is edited is put in force or discarded. */
class TemplateStrip extends Composite<Div> {

    private final transient SurveyContent inForce;
    private final Button put = new Button();
    private final Button discard = new Button();
    private final Span state = new Span();

    TemplateStrip(SurveyContent inForce, Runnable putInForce, Runnable discarded) {
        this.inForce = inForce;
        put.setText(getTranslation("surveys.template.put"));
        put.addThemeVariants(ButtonVariant.PRIMARY);
        put.addClickListener(click -> putInForce.run());
        discard.setText(getTranslation("surveys.template.discard"));
        discard.addClickListener(click -> discarded.run());
        getContent().addClassNames("tl-row", "version-strip");
        getContent().add(new Badge(Tone.INFO, "✎", getTranslation("surveys.template.strip")), state, put, discard);
    }

    /** Whether the draft differs by now. */
    void show(SurveyContent draft) {
        boolean edited = !draft.equals(inForce);
        put.setEnabled(edited);
        discard.setEnabled(edited);
        state.setText(getTranslation(edited ? "surveys.template.edited" : "surveys.template.unedited"));
    }
}
