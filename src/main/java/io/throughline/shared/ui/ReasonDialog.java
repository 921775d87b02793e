package io.throughline.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for the reason an act needs. Stays open, with the text in it, while the act is refused. */
public class ReasonDialog extends Dialog {

    /** @param act what to do with the reason; may throw a domain exception, which the session's error handler words */
    public ReasonDialog(String title, String explanation, String label, String confirm, Consumer<String> act) {
        setHeaderTitle(title);
        setWidth("min(520px, 92vw)");
        var reason = new TextArea(label);
        reason.setWidthFull();
        reason.setMaxLength(2000);
        reason.setRequiredIndicatorVisible(true);
        reason.setMinHeight("6em");
        var text = new Paragraph(explanation);
        text.addClassName("tl-dim");
        add(text, reason);
        var go = new Button(confirm, click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(getTranslation("error.CommonError.REQUIRED", label));
                reason.setInvalid(true);
                reason.focus();
                return;
            }
            act.accept(reason.getValue().strip());
            close();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
    }
}
