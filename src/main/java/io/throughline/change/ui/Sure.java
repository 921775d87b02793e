package io.throughline.change.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before something that can't be undone. */
class Sure extends Dialog {

    Sure(String title, String text, String confirm, Runnable act) {
        setHeaderTitle(title);
        setWidth("min(480px, 92vw)");
        add(new Paragraph(text));
        var go = new Button(confirm, click -> {
            close();
            act.run();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
    }
}
