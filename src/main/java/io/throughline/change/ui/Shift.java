package io.throughline.change.ui;

import com.vaadin.flow.component.Component;
import io.throughline.plan.ui.parts.PlanGantt.RowChange;
import io.throughline.shared.ui.Written;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;

/** By how many days of the calendar the finish of a row moves, as it stands behind its bar. */
class Shift implements Function<RowChange, String> {

    private final Component reader;
    private final Locale locale;

    Shift(Component reader, Locale locale) {
        this.reader = reader;
        this.locale = locale;
    }

    @Override
    public String apply(RowChange change) {
        long days = ChronoUnit.DAYS.between(change.before().finish(), change.now().finish());
        return days == 0
                ? ""
                : reader.getTranslation("difference.days", Written.difference(BigDecimal.valueOf(days), locale));
    }
}
