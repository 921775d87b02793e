package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.WorkCalendar;
import io.throughline.plan.ui.Inputs;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Written;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The days and hours on which work happens. */
class CalendarForm extends InPlaceForm<WorkCalendar> {

    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>(getTranslation("draft.workingDays"));
    private final TimePicker from = new TimePicker(getTranslation("draft.dayFrom"));
    private final TimePicker to = new TimePicker(getTranslation("draft.dayTo"));
    private final DatePicker holiday = Inputs.date(getTranslation("draft.holiday"), null, getLocale());
    private final UnorderedList list = new UnorderedList();
    private final TreeSet<LocalDate> holidays = new TreeSet<>();
    private final Button add = new Button();
    private Set<LocalDate> filled = Set.of();

    CalendarForm(DraftDesk desk) {
        super(desk, CALENDAR);
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, getLocale()));
        from.setLocale(getLocale());
        to.setLocale(getLocale());
        add.setText("+ " + getTranslation("draft.holiday.add"));
        add.addClickListener(click -> add());
        list.addClassName("draft-holidays");
        lay(days, Inputs.beside(from, to), Kit.div("draft-line", holiday, add), list);
    }

    @Override
    Optional<WorkCalendar> in(DraftDetail view) {
        return view.content().find(view.content().header().calendar()).map(WorkCalendar.class::cast);
    }

    @Override
    void fill(WorkCalendar calendar) {
        days.setValue(calendar.workingDays());
        from.setValue(calendar.from());
        to.setValue(calendar.to());
        var added = without(holidays, filled);
        var removed = without(filled, holidays);
        filled = Set.copyOf(calendar.holidays());
        holidays.clear();
        holidays.addAll(filled);
        holidays.addAll(added);
        holidays.removeAll(removed);
        list();
    }

    private static Set<LocalDate> without(Set<LocalDate> days, Set<LocalDate> others) {
        var left = new TreeSet<>(days);
        left.removeAll(others);
        return left;
    }

    @Override
    WorkCalendar read(WorkCalendar old) {
        if (days.getValue().isEmpty()) {
            throw new DomainException(CommonError.REQUIRED, "draft.workingDays");
        }
        var opening = Inputs.required(from, from.getValue());
        var closing = Inputs.required(to, to.getValue());
        if (!opening.isBefore(closing)) {
            to.setInvalid(true);
            throw new DomainException(
                    CommonError.OUT_OF_RANGE,
                    "draft.dayTo",
                    opening.plusMinutes(1).toString(),
                    LocalTime.MAX.withNano(0).withSecond(0).toString());
        }
        if (holiday.getValue() != null) {
            add();
        }
        return new WorkCalendar(old.id(), old.name(), days.getValue(), opening, closing, holidays);
    }

    @Override
    PlanOperation operation(WorkCalendar old, WorkCalendar now) {
        return new PlanOperation.Change(old, now);
    }

    private void add() {
        if (holiday.getValue() != null) {
            holidays.add(holiday.getValue());
            holiday.clear();
            list();
        }
        holiday.focus();
    }

    private void list() {
        list.removeAll();
        for (var day : holidays) {
            var text = Written.date(day, getLocale());
            var remove = new Button("×", click -> {
                holidays.remove(day);
                list();
                holiday.focus();
            });
            remove.setAriaLabel(getTranslation("draft.holiday.remove", text));
            list.add(new ListItem(new Span(text), remove));
        }
        list.setVisible(!holidays.isEmpty());
    }
}
