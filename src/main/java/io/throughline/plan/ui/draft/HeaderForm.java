package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.content.PlanHeader;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.ui.Inputs;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.i18n.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names, limits and start of a plan. */
class HeaderForm extends InPlaceForm<PlanHeader> {

    private final TextField name = Inputs.name(getTranslation("plan.project.name"), "");
    private final List<TextField> publicNames =
            Inputs.names(getTranslation("plan.project.publicName"), new LocalizedText(Map.of()), getLocale());
    private final BigDecimalField budget = Inputs.number("", null);
    private final BigDecimalField capacity = Inputs.number(getTranslation("projects.capacity"), null);
    private final DatePicker start = Inputs.date(getTranslation("projects.start"), null, getLocale());

    HeaderForm(DraftDesk desk) {
        super(desk, HEADER);
        publicNames.getFirst().setHelperText(getTranslation("projects.publicName.help"));
        start.setHelperText(getTranslation("draft.start.help"));
        lay(name, Inputs.beside(publicNames.toArray(TextField[]::new)), Inputs.beside(budget, capacity), start);
    }

    @Override
    Optional<PlanHeader> in(DraftDetail view) {
        return Optional.of(view.content().header());
    }

    @Override
    void fill(PlanHeader header) {
        name.setValue(header.name());
        for (int i = 0; i < publicNames.size(); i++) {
            publicNames
                    .get(i)
                    .setValue(header.publicName()
                            .texts()
                            .getOrDefault(Texts.LANGUAGES.get(i).getLanguage(), ""));
        }
        budget.setLabel(getTranslation("draft.budget", header.currency()));
        Inputs.set(budget, header.budget().amount());
        Inputs.set(capacity, header.capacity().exactDays());
        start.setValue(header.start());
    }

    @Override
    PlanHeader read(PlanHeader old) {
        return new PlanHeader(
                Inputs.required(name),
                Inputs.names(publicNames),
                old.currency(),
                Inputs.money(budget),
                Inputs.days(capacity),
                Inputs.required(start, start.getValue()),
                old.calendar());
    }

    @Override
    PlanOperation operation(PlanHeader old, PlanHeader now) {
        return new PlanOperation.Revise(old, now);
    }
}
