package io.throughline.backlog.ui;

import com.vaadin.flow.component.Component;
import io.throughline.backlog.Triage;

/** Who said something, as its reader may know it. */
final class Speaker {

    private Speaker() {}

    static String of(Component reader, Triage.Row row) {
        return row.person().isEmpty()
                ? reader.getTranslation("backlog.quote.unnamed")
                : reader.getTranslation("backlog.quote.by", row.person(), row.organisation());
    }

    static String name(Component reader, Triage.Row row) {
        return row.person().isEmpty() ? reader.getTranslation("backlog.quote.unnamed") : row.person();
    }
}
