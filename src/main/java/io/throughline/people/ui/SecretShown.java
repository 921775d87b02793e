package io.throughline.people.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.shared.ui.CopyButton;
import io.throughline.shared.ui.Kit;

/** A token's secret, shown this once and kept nowhere. */
class SecretShown extends Composite<Div> {

    SecretShown(String secret) {
        var field = new TextField(getTranslation("people.tokens.secret"));
        field.setValue(secret);
        field.setReadOnly(true);
        field.setWidthFull();
        field.setId("token-secret");
        var copy = new CopyButton(getTranslation("people.handover.copy"), secret);
        getContent().addClassName("tl-people-handover");
        getContent().add(new Paragraph(getTranslation("people.tokens.once")), field, Kit.row(copy));
    }
}
