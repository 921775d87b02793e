package io.throughline.plan.content;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a calendar of one plan. */
public record CalendarId(UUID value) implements Id {

    public static CalendarId next() {
        return new CalendarId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
