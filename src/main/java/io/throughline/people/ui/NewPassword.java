package io.throughline.people.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.people.credentials.PasswordPolicy;
import io.throughline.shared.ui.Kit;
import java.util.Optional;

/** A new password, typed twice, with what makes a good one beside it. */
class NewPassword extends Composite<Div> {

    private final SecretField first = new SecretField(getTranslation("people.password.new"));
    private final SecretField second = new SecretField(getTranslation("people.password.repeat"));

    NewPassword() {
        getContent().addClassName("tl-stack");
        first.setHelperText(getTranslation("people.password.hint", PasswordPolicy.SHORTEST));
        first.setMaxLength(PasswordPolicy.LONGEST * 2);
        for (var field : new SecretField[] {first, second}) {
            field.setWidthFull();
            field.getElement().setProperty("autocomplete", "new-password");
        }
        getContent().add(Kit.stack(first, second));
    }

    /** The password, if both agree. */
    Optional<String> agreed() {
        var agree = first.getValue().equals(second.getValue());
        first.setInvalid(false);
        second.setErrorMessage(agree ? "" : getTranslation("people.password.differs"));
        second.setInvalid(!agree);
        return agree ? Optional.of(first.getValue()) : Optional.empty();
    }

    void refused(String why) {
        first.setErrorMessage(why);
        first.setInvalid(true);
        first.focus();
    }

    void clear() {
        first.clear();
        second.clear();
        first.setInvalid(false);
    }
}
