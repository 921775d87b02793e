package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
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
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.DecimalField;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What shall be true, how one can tell, what it takes. */
class RequirementFields extends Composite<Div> {

    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(8);
    private static final int LONG_TEXT = 4000;

    /** The fields two people can disagree on. */
    enum Part {
        TITLE(
                "backlog.requirement.title",
                c -> String.join(" / ", c.title().texts().values())),
        STATEMENT("backlog.requirement.statement", RequirementContent::statement),
        FIT("backlog.requirement.fit", RequirementContent::fitCriterion),
        REASON("backlog.requirement.noNeedReason", c -> Objects.requireNonNullElse(c.noNeedReason(), "")),
        EFFORT("backlog.requirement.effort", c -> c.effort().exactDays().toPlainString()),
        COST("backlog.requirement.cost", c -> c.cost().amount().toPlainString()),
        MUST("backlog.requirement.must", RequirementContent::must),
        INPUTS("backlog.requirement.inputs", RequirementContent::inputs);

        private final String key;
        private final Function<RequirementContent, Object> read;

        Part(String key, Function<RequirementContent, Object> read) {
            this.key = key;
            this.read = read;
        }

        String key() {
            return key;
        }

        Object read(RequirementContent content) {
            return read.apply(content);
        }
    }

    private final TextField english = new TextField();
    private final TextField german = new TextField();
    private final TextArea statement = new TextArea();
    private final TextArea fit = new TextArea();
    private final TextArea noNeedReason = new TextArea();
    private final BigDecimalField days = new DecimalField();
    private final BigDecimalField cost = new DecimalField();
    private final Checkbox must = new Checkbox();
    private final Map<Field, BigDecimalField> inputs = new EnumMap<>(Field.class);

    /** @param content null for a new one */
    RequirementFields(@Nullable RequirementContent content) {
        labels();
        getContent()
                .add(Kit.stack(english, german, statement, fit, Kit.row(days, cost, must), noNeedReason, estimates()));
        if (content == null) {
            days.setValue(BigDecimal.ZERO);
            cost.setValue(BigDecimal.ZERO);
            noNeedReason.setRequiredIndicatorVisible(true);
        } else {
            for (var part : Part.values()) {
                take(part, content);
            }
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
        statement.setMaxLength(LONG_TEXT);
        fit.setMaxLength(LONG_TEXT);
        noNeedReason.setMaxLength(1000);
        for (var field : new com.vaadin.flow.component.HasSize[] {english, german, statement, fit, noNeedReason}) {
            field.setWidthFull();
        }
    }

    private Details estimates() {
        var fields = Kit.row();
        for (var field : Field.values()) {
            if (!field.fromEvidence() && field != Field.EFFORT_DAYS) {
                var input = new DecimalField(Labels.of(this, field));
                inputs.put(field, input);
                fields.add(input);
            }
        }
        return new Details(getTranslation("backlog.requirement.inputs"), fields);
    }

    /** Fills one field from a stored content. */
    void take(Part part, RequirementContent content) {
        switch (part) {
            case TITLE -> {
                english.setValue(content.title().texts().getOrDefault("en", ""));
                german.setValue(content.title().texts().getOrDefault("de", ""));
            }
            case STATEMENT -> statement.setValue(content.statement());
            case FIT -> fit.setValue(content.fitCriterion());
            case REASON -> noNeedReason.setValue(Objects.requireNonNullElse(content.noNeedReason(), ""));
            case EFFORT -> days.setValue(content.effort().exactDays());
            case COST -> cost.setValue(content.cost().amount());
            case MUST -> must.setValue(content.must());
            case INPUTS ->
                inputs.forEach((field, input) -> input.setValue(content.inputs().get(field.name())));
        }
    }

    /** @throws DomainException where a field can't be stored like this */
    RequirementContent content() {
        var effort = Objects.requireNonNullElse(days.getValue(), BigDecimal.ZERO);
        if (effort.signum() < 0) {
            throw new DomainException(
                    CommonError.OUT_OF_RANGE, "backlog.requirement.effort", 0, RequirementContent.MOST_DAYS);
        }
        var estimated = new TreeMap<String, BigDecimal>();
        inputs.forEach((field, input) -> {
            if (input.getValue() != null) {
                estimated.put(field.name(), input.getValue());
            }
        });
        return new RequirementContent(
                title(),
                statement.getValue().strip(),
                fit.getValue().strip(),
                TypedText.showsNothing(noNeedReason.getValue())
                        ? null
                        : noNeedReason.getValue().strip(),
                new Effort(effort.multiply(HOURS_A_DAY)),
                new Money(Objects.requireNonNullElse(cost.getValue(), BigDecimal.ZERO)),
                must.getValue(),
                estimated);
    }

    private LocalizedText title() {
        var texts = new TreeMap<String, String>();
        if (!TypedText.showsNothing(english.getValue())) {
            texts.put("en", english.getValue().strip());
        }
        if (!TypedText.showsNothing(german.getValue())) {
            texts.put("de", german.getValue().strip());
        }
        return new LocalizedText(texts);
    }

    void requireReason() {
        noNeedReason.setInvalid(true);
        noNeedReason.setErrorMessage(getTranslation("error.BacklogError.NEED_OR_REASON"));
        noNeedReason.focus();
    }
}
