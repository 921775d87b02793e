package io.throughline.shared.ui;

import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Takes a decimal number as people write it, with at most thirty digits before and behind the point. What has more is
 * none: "1e999999999" is short to send, and takes a gigabyte to write out or to round.
 */
public class DecimalField extends BigDecimalField {

    private static final int MOST_DIGITS = 30;

    public DecimalField() {}

    public DecimalField(String label) {
        super(label);
    }

    @Override
    protected void setModelValue(@Nullable BigDecimal value, boolean fromClient) {
        super.setModelValue(value == null || isWritable(value) ? value : null, fromClient);
    }

    private static boolean isWritable(BigDecimal value) {
        return value.scale() <= MOST_DIGITS && (long) value.precision() - value.scale() <= MOST_DIGITS;
    }
}
