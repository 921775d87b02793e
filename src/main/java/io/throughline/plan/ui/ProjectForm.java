package io.throughline.plan.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.backlog.AreaRow;
import io.throughline.backlog.ui.BacklogNavigation;
import io.throughline.plan.NewProject;
import io.throughline.plan.Projects;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Opens a project: what it is called, where its scope comes from, what there is for it. Leads to its empty plan. */
class ProjectForm extends FormDialog {

    private final transient Projects projects;
    private final TextField name;
    private final List<TextField> publicNames;
    private final Select<AreaRow> area = new Select<>();
    private final ComboBox<String> currency = new ComboBox<>();
    private final BigDecimalField budget;
    private final BigDecimalField capacity;
    private final DatePicker start;

    ProjectForm(Projects projects, List<AreaRow> areas, Texts texts, Viewer viewer, Clock clock) {
        super("", new EditForm(texts, viewer.id(), "project new"));
        setHeaderTitle(getTranslation("projects.create"));
        this.projects = projects;
        name = Inputs.name(getTranslation("plan.project.name"), "");
        publicNames = Inputs.names(getTranslation("plan.project.publicName"), new LocalizedText(Map.of()), getLocale());
        budget = Inputs.number(getTranslation("plan.project.budget"), null);
        capacity = Inputs.number(getTranslation("projects.capacity"), null);
        start = Inputs.date(
                getTranslation("projects.start"), LocalDate.ofInstant(clock.instant(), viewer.zone()), getLocale());
        choices(areas);
        publicNames.getFirst().setHelperText(getTranslation("projects.publicName.help"));
        form().addComponentAsFirst(Kit.stack(
                name,
                Inputs.beside(publicNames.toArray(TextField[]::new)),
                area,
                Inputs.beside(currency, budget),
                Inputs.beside(capacity, start)));
        if (areas.isEmpty()) {
            form().add(Kit.link(BacklogNavigation.BACKLOG, getTranslation("projects.noArea")));
        }
        saving(getTranslation("projects.create.go"), this::create);
        addOpenedChangeListener(opened -> name.focus());
    }

    private void choices(List<AreaRow> areas) {
        area.setLabel(getTranslation("projects.area"));
        area.setHelperText(getTranslation("projects.area.help"));
        area.setItems(areas);
        area.setItemLabelGenerator(AreaRow::name);
        area.setWidthFull();
        if (areas.size() == 1) {
            area.setValue(areas.getFirst());
        }
        currency.setLabel(getTranslation("plan.project.currency"));
        currency.setItems(Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList());
        currency.setItemLabelGenerator(
                code -> code + " – " + Currency.getInstance(code).getDisplayName(getLocale()));
        currency.setValue("EUR");
    }

    private void create() {
        var wanted = new NewProject(
                Inputs.required(area, area.getValue()).id(),
                Inputs.required(name),
                Inputs.names(publicNames),
                Inputs.required(currency, currency.getValue()),
                Inputs.money(budget),
                Inputs.days(capacity),
                Inputs.required(start, start.getValue()));
        var project = projects.open(wanted);
        PlanNavigation.navigateToDraft(
                Objects.requireNonNull(projects.project(project).draft()));
    }
}
