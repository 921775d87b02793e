package io.throughline.plan.content;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * When work happens, in the local time of the project.
 *
 * @param workingDays at least one day of the week
 * @param from start of a working day
 * @param to end of a working day, after its start
 * @param holidays days on which nothing is done although the week says so
 */
public record WorkCalendar(
        CalendarId id, String name, Set<DayOfWeek> workingDays, LocalTime from, LocalTime to, Set<LocalDate> holidays)
        implements PlanItem {

    public WorkCalendar {
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("a calendar needs a working day");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a working day ends after it starts");
        }
        workingDays = Collections.unmodifiableSet(EnumSet.copyOf(workingDays));
        holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
    }

    /** Monday to Friday, 08:00–16:00. */
    public static WorkCalendar weekdays(CalendarId id, String name, Set<LocalDate> holidays) {
        return new WorkCalendar(
                id,
                name,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(8, 0),
                LocalTime.of(16, 0),
                holidays);
    }

    /** Working days from the end of one day to the end of another, below zero if the second is earlier. */
    public WorkDays between(LocalDate from, LocalDate to) {
        return new WorkClock(this).between(from.atTime(this.to), to.atTime(this.to));
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public PlanItemKind itemKind() {
        return PlanItemKind.CALENDAR;
    }

    @Override
    public Map<PlanField, Object> fields() {
        return new Fields()
                .with(PlanField.NAME, name)
                .with(PlanField.WORKING_DAYS, workingDays)
                .with(PlanField.DAY_FROM, from)
                .with(PlanField.DAY_TO, to)
                .with(PlanField.HOLIDAYS, holidays)
                .map();
    }
}
