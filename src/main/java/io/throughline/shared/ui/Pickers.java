package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.stream.Stream;

/** What the calendars of date fields say, in the reader's language. */
public final class Pickers {

    private static final int WEEK = 7;

    private Pickers() {}

    public static DatePickerI18n texts(Component reader) {
        var locale = UI.getCurrent().getLocale();
        // The calendar's weeks are named from Sunday on, whichever day they begin with.
        var days =
                Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(WEEK).toList();
        return new DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(days.stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdaysShort(days.stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
                        .toList())
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % WEEK)
                .setToday(reader.getTranslation("picker.today"))
                .setCancel(reader.getTranslation("action.cancel"))
                .setBadInputErrorMessage(reader.getTranslation("picker.unreadable"));
    }
}
