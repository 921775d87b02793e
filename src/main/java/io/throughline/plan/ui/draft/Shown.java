package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import io.throughline.shared.ui.Written;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a field said when it was filled, and what somebody has typed into it since.
 *
 * @param filled what stood in the plan then
 * @param typed the same where nobody typed
 */
record Shown<V>(
        HasValue<?, V> field, @Nullable V filled, @Nullable V typed) {

    /** A field that says what stands in the plan. */
    static <V> Shown<V> now(HasValue<?, V> field) {
        return new Shown<>(field, field.getValue(), field.getValue());
    }

    boolean isTyped() {
        return !Objects.equals(field.getValue(), filled);
    }

    Shown<V> asTyped() {
        return new Shown<>(field, filled, field.getValue());
    }

    /** Whether what the field was filled with anew is neither what stood there nor what was typed. */
    boolean isContested() {
        return !Objects.equals(field.getValue(), filled) && !Objects.equals(field.getValue(), typed);
    }

    void typeAgain() {
        field.setValue(typed);
    }

    /** What the field is called and says. */
    String said(Locale locale) {
        var label = field instanceof HasLabel labelled ? labelled.getLabel() : "";
        var value = field.getValue() instanceof LocalDate day
                ? Written.date(day, locale)
                : String.valueOf(field.getValue());
        return label + ": " + value;
    }
}
