package io.throughline.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;

/**
 * The fields of a form, and what was said against saving them. The browser keeps what is typed until the form is left, so
 * that a session that ends loses none of it, unless somebody else changed the same field meanwhile; Enter saves.
 */
@Tag("tl-edit-form")
@JsModule("context://frontend/edit-form.js")
public class EditForm extends Component implements HasComponents {

    private final transient Texts texts;
    private final Div refusal = Kit.div("tl-refusal");

    /**
     * @param owner whose words the browser keeps
     * @param key which form of which object this is: opened again, it has them back
     */
    public EditForm(Texts texts, PersonId owner, String key, Component... fields) {
        this.texts = texts;
        getElement().setAttribute("owner", owner.value().toString());
        getElement().setAttribute("key", key);
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        add(fields);
        add(refusal);
        addListener(Restored.class, event -> say(getTranslation("form.restored"), "info"));
    }

    public void onEnter(Runnable act) {
        addListener(Enter.class, event -> act.run());
    }

    /** Does it, or says here why not, losing nothing. @return whether it was done */
    public boolean attempt(Runnable act) {
        try {
            act.run();
            refusal.setVisible(false);
            return true;
        } catch (DomainException e) {
            refuse(texts.of(e, getLocale()));
            return false;
        }
    }

    public void refuse(String words) {
        say(words, "bad");
    }

    /** What was typed needn't be kept any more. */
    public void forget() {
        getElement().executeJs("this.forget?.()");
    }

    private void say(String words, String tone) {
        refusal.setText(words);
        refusal.getElement().setAttribute("data-tone", tone);
        refusal.setVisible(true);
    }

    /** Enter was pressed in a field. */
    @DomEvent("tl-enter")
    public static class Enter extends ComponentEvent<EditForm> {

        public Enter(EditForm source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** What an earlier session had kept stands in the fields again. */
    @DomEvent("tl-restored")
    public static class Restored extends ComponentEvent<EditForm> {

        public Restored(EditForm source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
