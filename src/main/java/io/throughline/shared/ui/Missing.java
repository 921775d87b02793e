package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.shared.HasValidationProperties;

/** A field that must be filled and isn't. */
public final class Missing {

    private Missing() {}

    /** Says so at the field, by its label, and puts the focus there. */
    public static <F extends Component & HasLabel & HasValidationProperties & Focusable<?>> void say(F field) {
        field.setErrorMessage(field.getTranslation("error.CommonError.REQUIRED", field.getLabel()));
        field.setInvalid(true);
        field.focus();
    }
}
