package io.throughline.backlog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.throughline.backlog.ExpressionRow;
import io.throughline.shared.ui.Moment;
import java.time.ZoneId;

/** Who said something, and when, as its reader may know it. */
final class Speaker {

    private Speaker() {}

    static String of(Component reader, ExpressionRow row) {
        return row.person().isEmpty()
                ? reader.getTranslation("backlog.quote.unnamed")
                : reader.getTranslation("backlog.quote.by", row.person(), row.organisation());
    }

    /** Nothing where it is not to be known. */
    static Component when(ExpressionRow row, ZoneId zone) {
        var told = row.toldAt();
        return told == null ? new Span() : new Moment(told, zone);
    }

    static String name(Component reader, ExpressionRow row) {
        return row.person().isEmpty() ? reader.getTranslation("backlog.quote.unnamed") : row.person();
    }
}
