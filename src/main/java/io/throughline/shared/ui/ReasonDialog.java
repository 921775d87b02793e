package io.throughline.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.shared.TypedText;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for the reason an act needs. Stays open, with the text in it, while the act is refused. */
public class ReasonDialog extends Dialog {

    private final TextArea reason;
    private @Nullable Kept kept;

    /** @param act what to do with the reason; may throw a domain exception, which the session's error handler words */
    public ReasonDialog(String title, String explanation, String label, String confirm, Consumer<String> act) {
        setHeaderTitle(title);
        setWidth("min(520px, 92vw)");
        reason = new TextArea(label);
        reason.setWidthFull();
        reason.setMaxLength(2000);
        reason.setRequiredIndicatorVisible(true);
        reason.setMinHeight("6em");
        var text = new Paragraph(explanation);
        text.addClassName("tl-dim");
        add(text, reason);
        var go = new Button(confirm, click -> {
            if (TypedText.showsNothing(reason.getValue())) {
                Missing.say(reason);
                return;
            }
            act.accept(reason.getValue().strip());
            finish();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> finish()), go);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                reason.focus();
            }
        });
    }

    /**
     * Keeps what is typed until it is used or cancelled, even over an expired session.
     *
     * @param act names the act and its object: "change/4c…/reject"
     */
    public ReasonDialog keptFor(String act) {
        kept = Kept.in(this, act).text("reason", reason);
        return this;
    }

    private void finish() {
        if (kept != null) {
            kept.forget();
        }
        close();
    }
}
