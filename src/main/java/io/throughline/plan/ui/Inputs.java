package io.throughline.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.DecimalField;
import io.throughline.shared.ui.Kit;
import java.math.BigDecimal;
import java.text.DateFormatSymbols;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fields of this room's forms, and reading them: what doesn't do is marked at the field and thrown as a refusal. */
public final class Inputs {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(8);

    private Inputs() {}

    public static TextField name(String label, String value) {
        var field = new TextField(label);
        field.setMaxLength(LONGEST_NAME);
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.setWidthFull();
        field.setValue(value);
        return field;
    }

    public static TextArea area(String label, String value) {
        var field = new TextArea(label);
        field.setMaxLength(LONGEST_TEXT);
        field.setWidthFull();
        field.setMinRows(2);
        field.setValue(value);
        return field;
    }

    public static BigDecimalField number(String label, @Nullable BigDecimal value) {
        var field = new DecimalField(label);
        field.setManualValidation(true);
        if (value != null) {
            set(field, value);
        }
        return field;
    }

    /** Fills it without zeros that say nothing. */
    public static void set(BigDecimalField field, BigDecimal value) {
        field.setValue(plain(value));
    }

    /** With the names of the reader's language; a week of work begins on Monday. */
    public static DatePicker date(String label, @Nullable LocalDate value, Locale locale) {
        var names = new DateFormatSymbols(locale);
        var field = new DatePicker(label);
        field.setLocale(locale);
        field.setI18n(new DatePicker.DatePickerI18n()
                .setMonthNames(Arrays.stream(names.getMonths()).limit(12).toList())
                .setWeekdays(tail(names.getWeekdays()))
                .setWeekdaysShort(tail(names.getShortWeekdays()))
                .setFirstDayOfWeek(1));
        field.setValue(value);
        return field;
    }

    /** One name in every language of the portal, side by side. */
    public static List<TextField> names(String label, LocalizedText text, Locale reader) {
        return Texts.LANGUAGES.stream()
                .map(language -> {
                    var field = name(
                            label + " (" + language.getDisplayLanguage(reader) + ")",
                            text.texts().getOrDefault(language.getLanguage(), ""));
                    field.getElement().setAttribute("lang", language.getLanguage());
                    field.setRequiredIndicatorVisible(false);
                    return field;
                })
                .toList();
    }

    /** At least one of them must say something. */
    public static LocalizedText names(List<TextField> fields) {
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < fields.size(); i++) {
            var text = fields.get(i).getValue().strip();
            if (!text.isEmpty()) {
                texts.put(Texts.LANGUAGES.get(i).getLanguage(), text);
            }
        }
        if (texts.isEmpty()) {
            throw missing(fields.getFirst(), fields.getFirst().getLabel());
        }
        return new LocalizedText(texts);
    }

    /** @throws DomainException REQUIRED */
    public static String required(TextField field) {
        var text = field.getValue().strip();
        if (text.isEmpty()) {
            throw missing(field, field.getLabel());
        }
        field.setInvalid(false);
        return text;
    }

    /** @throws DomainException REQUIRED */
    public static <T> T required(HasLabel field, @Nullable T value) {
        if (value == null) {
            throw missing(field, field.getLabel());
        }
        if (field instanceof HasValidation validated) {
            validated.setInvalid(false);
        }
        return value;
    }

    /** Nothing given counts as 0. @throws DomainException OUT_OF_RANGE below 0 */
    public static BigDecimal positive(BigDecimalField field) {
        var value = field.getValue() == null ? BigDecimal.ZERO : field.getValue();
        if (value.signum() < 0 || value.compareTo(LARGEST) > 0) {
            field.setInvalid(true);
            field.focus();
            throw new DomainException(CommonError.OUT_OF_RANGE, field.getLabel(), 0, LARGEST);
        }
        field.setInvalid(false);
        return value;
    }

    public static Money money(BigDecimalField field) {
        return new Money(positive(field));
    }

    /** The field holds days of 8 hours. */
    public static Effort days(BigDecimalField field) {
        return new Effort(positive(field).multiply(HOURS_A_DAY));
    }

    /** Fields side by side where there is room. */
    public static Div beside(Component... fields) {
        return Kit.div("draft-beside", fields);
    }

    private static DomainException missing(Object field, @Nullable String label) {
        if (field instanceof HasValidation validated) {
            validated.setInvalid(true);
        }
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        return new DomainException(CommonError.REQUIRED, label == null ? "" : label);
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The symbols' arrays begin with an empty place. */
    private static List<String> tail(String[] names) {
        return Arrays.stream(names).skip(1).toList();
    }
}
