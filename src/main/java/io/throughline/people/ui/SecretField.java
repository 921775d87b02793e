package io.throughline.people.ui;

import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Map;

/** A field for a password; what shows it is named in the person's language. */
class SecretField extends PasswordField {

    SecretField(String label) {
        super(label);
        getElement().setPropertyMap("i18n", Map.of("reveal", getTranslation("people.password.show")));
    }
}
