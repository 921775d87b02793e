package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.survey.Mailing;

/** So many days before closing whoever has not answered is reminded; 0 or empty for never. */
class RemindField extends IntegerField {

    RemindField() {
        var wrong = getTranslation("surveys.mailing.remind.wrong", Mailing.MOST_DAYS);
        setLabel(getTranslation("surveys.mailing.remind"));
        setHelperText(getTranslation("surveys.mailing.remind.help"));
        setMin(0);
        setMax(Mailing.MOST_DAYS);
        setI18n(new IntegerFieldI18n()
                .setBadInputErrorMessage(wrong)
                .setMinErrorMessage(wrong)
                .setMaxErrorMessage(wrong));
        setStepButtonsVisible(true);
        setMaxWidth("360px");
    }

    int days() {
        return isEmpty() ? 0 : getValue();
    }
}
