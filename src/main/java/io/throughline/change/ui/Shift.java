package io.throughline.change.ui;

import com.vaadin.flow.component.Component;
import io.throughline.plan.content.WorkCalendar;
import io.throughline.plan.ui.parts.PlanGantt.RowChange;
import io.throughline.shared.ui.Written;
import java.util.Locale;
import java.util.function.Function;

/** By how many working days of the project the finish of a row moves, as it stands behind its bar. */
class Shift implements Function<RowChange, String> {

    private final Component reader;
    private final Locale locale;
    private final WorkCalendar calendar;

    Shift(Component reader, Locale locale, WorkCalendar calendar) {
        this.reader = reader;
        this.locale = locale;
        this.calendar = calendar;
    }

    @Override
    public String apply(RowChange change) {
        var days = calendar.between(change.before().finish(), change.now().finish());
        return days.isZero() ? "" : reader.getTranslation("difference.days", Written.difference(days.days(), locale));
    }
}
