package io.throughline.backlog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks for one short text. Stays open, with the text in it, while the act is refused. */
class NameDialog extends Dialog {

    private static final int LONGEST = 300;

    NameDialog(String title, String label, Consumer<String> act) {
        this(title, label, "", act);
    }

    NameDialog(String title, String label, String value, Consumer<String> act) {
        setHeaderTitle(title);
        setWidth("min(520px, 92vw)");
        var name = new TextField(label);
        name.setWidthFull();
        name.setMaxLength(LONGEST);
        name.setValue(value);
        name.setAutofocus(true);
        add(name);
        var go = new Button(getTranslation("action.save"), click -> {
            act.accept(name.getValue());
            close();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
    }
}
