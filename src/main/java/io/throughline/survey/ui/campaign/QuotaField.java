package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.survey.campaign.Quotas;

/** How many submitted responses of one segment are enough; empty for no limit. */
class QuotaField extends IntegerField {

    QuotaField(String segment) {
        super(segment);
        var wrong = getTranslation("surveys.quota.wrong", 1, Quotas.LARGEST);
        setMin(1);
        setMax(Quotas.LARGEST);
        setI18n(new IntegerFieldI18n()
                .setBadInputErrorMessage(wrong)
                .setMinErrorMessage(wrong)
                .setMaxErrorMessage(wrong));
        setClearButtonVisible(true);
    }
}
