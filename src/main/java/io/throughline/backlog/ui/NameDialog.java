package io.throughline.backlog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks for one short text. */
class NameDialog extends Dialog {

    NameDialog(String title, String label, Consumer<String> act) {
        setHeaderTitle(title);
        setWidth("min(480px, 92vw)");
        var name = new TextField(label);
        name.setWidthFull();
        name.setMaxLength(300);
        name.setAutofocus(true);
        add(name);
        var go = new Button(getTranslation("action.save"), click -> {
            act.accept(name.getValue());
            close();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
    }
}
