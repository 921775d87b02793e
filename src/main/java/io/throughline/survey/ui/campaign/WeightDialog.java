package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.DecimalField;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.results.Weights;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** Asks whose voice is to weigh what, and why. Stays open, as typed, while it is refused. */
class WeightDialog extends Dialog {

    private static final int LONGEST_REASON = 2_000;

    private final ComboBox<Weights.Weight> organisation = new ComboBox<>();
    private final BigDecimalField weight = new DecimalField();
    private final TextArea reason = new TextArea();

    /** @param seen number of the set that was in force */
    record Changed(int seen, OrganisationId organisation, BigDecimal weight, String reason) {}

    WeightDialog(Weights.InForce weights, Consumer<Changed> change) {
        setHeaderTitle(getTranslation("surveys.weights.change"));
        setWidth("min(520px, 92vw)");
        organisation.setLabel(getTranslation("surveys.organisation"));
        organisation.setItems(weights.weights());
        organisation.setItemLabelGenerator(Weights.Weight::name);
        organisation.setRequiredIndicatorVisible(true);
        organisation.setManualValidation(true);
        organisation.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null) {
                weight.setValue(chosen.getValue().weight().stripTrailingZeros());
            }
        });
        weight.setLabel(getTranslation("surveys.weight"));
        weight.setRequiredIndicatorVisible(true);
        weight.setManualValidation(true);
        reason.setLabel(getTranslation("surveys.weights.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        add(Kit.stack(organisation, weight, reason));
        var go = new Button(getTranslation("surveys.weights.go"), click -> {
            if (isComplete()) {
                change.accept(new Changed(
                        weights.number(),
                        organisation.getValue().organisation(),
                        weight.getValue(),
                        reason.getValue().strip()));
                close();
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
    }

    private boolean isComplete() {
        var needed = getTranslation("surveys.publish.needed");
        organisation.setErrorMessage(needed);
        organisation.setInvalid(organisation.isEmpty());
        weight.setErrorMessage(needed);
        weight.setInvalid(weight.isEmpty());
        reason.setErrorMessage(needed);
        reason.setInvalid(TypedText.showsNothing(reason.getValue()));
        if (organisation.isInvalid()) {
            organisation.focus();
        } else if (weight.isInvalid()) {
            weight.focus();
        } else if (reason.isInvalid()) {
            reason.focus();
        }
        return !organisation.isInvalid() && !weight.isInvalid() && !reason.isInvalid();
    }
}
