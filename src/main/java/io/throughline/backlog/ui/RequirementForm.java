package io.throughline.backlog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.backlog.RequirementContent;
import io.throughline.backlog.priority.Field;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Writes a requirement: what shall be true, how one can tell, what it takes. Stays open while it is refused. */
class RequirementForm extends Dialog {

    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(8);

    private final TextField english = new TextField();
    private final TextField german = new TextField();
    private final TextArea statement = new TextArea();
    private final TextArea fit = new TextArea();
    private final TextArea noNeedReason = new TextArea();
    private final BigDecimalField days = new BigDecimalField();
    private final BigDecimalField cost = new BigDecimalField();
    private final Checkbox must = new Checkbox();
    private final Map<Field, BigDecimalField> inputs = new EnumMap<>(Field.class);

    private RequirementForm(String title, RequirementContent content, Consumer<RequirementContent> act) {
        setHeaderTitle(title);
        setWidth("min(760px, 94vw)");
        labels();
        fill(content);
        add(Kit.stack(english, german, statement, fit, Kit.row(days, cost, must), noNeedReason, estimates(content)));
        var save = new Button(getTranslation("action.save"), click -> {
            act.accept(content());
            close();
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), save);
    }

    static void create(Consumer<RequirementContent> act) {
        var form = new RequirementForm("", new Blank().content(), act);
        form.setHeaderTitle(form.getTranslation("backlog.requirement.new"));
        form.open();
    }

    static void edit(String key, RequirementContent content, Consumer<RequirementContent> act) {
        new RequirementForm(key, content, act).open();
    }

    /** A form opens empty; only saving asks for a title. */
    private record Blank() {
        RequirementContent content() {
            return RequirementContent.titled(LocalizedText.en("…"));
        }
    }

    private void labels() {
        english.setLabel(getTranslation("backlog.requirement.title.en"));
        german.setLabel(getTranslation("backlog.requirement.title.de"));
        statement.setLabel(getTranslation("backlog.requirement.statement"));
        statement.setHelperText(getTranslation("backlog.requirement.statement.help"));
        fit.setLabel(getTranslation("backlog.requirement.fit"));
        fit.setHelperText(getTranslation("backlog.requirement.fit.help"));
        noNeedReason.setLabel(getTranslation("backlog.requirement.noNeedReason"));
        noNeedReason.setHelperText(getTranslation("backlog.requirement.noNeedReason.help"));
        days.setLabel(getTranslation("backlog.requirement.effort"));
        cost.setLabel(getTranslation("backlog.requirement.cost"));
        must.setLabel(getTranslation("backlog.requirement.must"));
        statement.setMaxLength(4000);
        fit.setMaxLength(4000);
        noNeedReason.setMaxLength(1000);
        for (var field : new com.vaadin.flow.component.HasSize[] {english, german, statement, fit, noNeedReason}) {
            field.setWidthFull();
        }
    }

    private void fill(RequirementContent content) {
        var texts = content.title().texts();
        english.setValue(texts.getOrDefault("en", "").replace("…", ""));
        german.setValue(texts.getOrDefault("de", ""));
        statement.setValue(content.statement());
        fit.setValue(content.fitCriterion());
        noNeedReason.setValue(Objects.requireNonNullElse(content.noNeedReason(), ""));
        days.setValue(content.effort().days());
        cost.setValue(content.cost().amount());
        must.setValue(content.must());
    }

    private Details estimates(RequirementContent content) {
        var fields = new Div();
        fields.addClassName("tl-row");
        for (var field : Field.values()) {
            if (!field.fromEvidence() && field != Field.EFFORT_DAYS) {
                var input = new BigDecimalField(Labels.of(this, field));
                input.setValue(content.inputs().get(field.name()));
                inputs.put(field, input);
                fields.add(input);
            }
        }
        return new Details(getTranslation("backlog.requirement.inputs"), fields);
    }

    private RequirementContent content() {
        var texts = new TreeMap<String, String>();
        put(texts, Locale.ENGLISH, english.getValue());
        put(texts, Locale.GERMAN, german.getValue());
        var effort = Objects.requireNonNullElse(days.getValue(), BigDecimal.ZERO);
        if (effort.signum() < 0) {
            throw new DomainException(CommonError.OUT_OF_RANGE, "backlog.requirement.effort", 0, 100_000);
        }
        var estimated = new TreeMap<String, BigDecimal>();
        inputs.forEach((field, input) -> {
            if (input.getValue() != null) {
                estimated.put(field.name(), input.getValue());
            }
        });
        return new RequirementContent(
                new LocalizedText(texts),
                statement.getValue().strip(),
                fit.getValue().strip(),
                noNeedReason.getValue().isBlank()
                        ? null
                        : noNeedReason.getValue().strip(),
                new Effort(effort.multiply(HOURS_A_DAY)),
                new Money(Objects.requireNonNullElse(cost.getValue(), BigDecimal.ZERO)),
                must.getValue(),
                estimated);
    }

    private static void put(Map<String, String> texts, Locale locale, String text) {
        if (!text.isBlank()) {
            texts.put(locale.getLanguage(), text.strip());
        }
    }
}
