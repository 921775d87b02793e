package io.throughline.plan.ui.draft;

import io.throughline.plan.DraftDetail;
import io.throughline.shared.ui.Kit;
import org.jspecify.annotations.Nullable;

/** What holds for the plan as a whole: names, limits, start, and the calendar work runs on. */
class SettingsPart extends Part {

    private final DraftDesk desk;
    private @Nullable HeaderForm header;
    private @Nullable CalendarForm calendar;

    SettingsPart(DraftDesk desk) {
        this.desk = desk;
    }

    /** A form with something unsaved in it is left alone. */
    @Override
    void show(DraftDetail view) {
        if (header == null || calendar == null) {
            header = new HeaderForm(desk);
            calendar = new CalendarForm(desk);
            getContent()
                    .add(Kit.columns(
                            Kit.card(getTranslation("draft.settings.plan"), header),
                            Kit.card(getTranslation("draft.settings.calendar"), calendar)));
        }
        header.show(view);
        calendar.show(view);
    }
}
