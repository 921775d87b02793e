package io.throughline.audit.ui;

import com.vaadin.flow.component.Component;
import io.throughline.audit.AuditLine;
import io.throughline.audit.AuditLine.AuditObject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;

/** Words an entry in the reader's language. */
final class Sentences {

    private final Component reader;
    private final ZoneId zone;

    Sentences(Component reader, ZoneId zone) {
        this.reader = reader;
        this.zone = zone;
    }

    String of(AuditLine line) {
        var actor = line.actor() == null ? reader.getTranslation("audit.system") : line.actor();
        var who =
                line.onBehalfOf() == null ? actor : reader.getTranslation("audit.onBehalfOf", actor, line.onBehalfOf());
        var what = line.objects().stream().map(this::title).distinct().collect(Collectors.joining(", "));
        return reader.getTranslation(
                "act." + line.act(), who, what.isEmpty() ? reader.getTranslation("audit.nothing") : what);
    }

    /** The first object one may open; empty if there is none. */
    String href(AuditLine line) {
        return line.objects().stream()
                .map(AuditObject::href)
                .filter(href -> href != null && !href.isEmpty())
                .findFirst()
                .orElse("");
    }

    String date(AuditLine line) {
        return format(line, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    String exactTime(AuditLine line) {
        return format(line, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.LONG));
    }

    private String title(AuditObject object) {
        return object.title() == null
                ? reader.getTranslation("audit.unreadable")
                : reader.getTranslation("audit.title", object.title());
    }

    private String format(AuditLine line, DateTimeFormatter formatter) {
        return formatter
                .withLocale(reader.getUI().map(ui -> ui.getLocale()).orElse(java.util.Locale.ENGLISH))
                .withZone(zone)
                .format(line.at());
    }
}
