package io.throughline.audit.ui;

import com.vaadin.flow.component.Component;
import io.throughline.audit.AuditLine;
import io.throughline.audit.AuditLine.AuditObject;
import io.throughline.shared.act.ActKind;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Words an entry in the reader's language. */
final class Sentences {

    private static final int MOST_NAMED = 5;

    private final Component reader;
    private final ZoneId zone;

    Sentences(Component reader, ZoneId zone) {
        this.reader = reader;
        this.zone = zone;
    }

    String of(AuditLine line) {
        var actor = line.actor() == null ? reader.getTranslation(nobody(line.act())) : line.actor();
        var who =
                line.onBehalfOf() == null ? actor : reader.getTranslation("audit.onBehalfOf", actor, line.onBehalfOf());
        return reader.getTranslation("act." + line.act(), who, what(line));
    }

    /** What one may not open is mentioned only where nothing else is left to say. */
    private String what(AuditLine line) {
        var titles = line.objects().stream()
                .map(AuditObject::title)
                .filter(Objects::nonNull)
                .distinct()
                .map(title -> reader.getTranslation("audit.title", title))
                .toList();
        if (!titles.isEmpty()) {
            var named = titles.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            int others = titles.size() - MOST_NAMED;
            return others > 0 ? reader.getTranslation("audit.more", named, others) : named;
        }
        return reader.getTranslation(line.objects().isEmpty() ? "audit.nothing" : "audit.unreadable");
    }

    /**
     * Where it is not told who did it; and where nobody was signed in: a link or the sign-in page speaks for itself, all else
     * the portal did.
     */
    private static String nobody(ActKind act) {
        if (!act.namesActor()) {
            return "audit.customer";
        }
        return switch (act) {
            case PASSWORD_CHANGED -> "audit.link";
            case PASSWORD_RESET_REQUESTED -> "audit.door";
            default -> "audit.system";
        };
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

    private String format(AuditLine line, DateTimeFormatter formatter) {
        return formatter
                .withLocale(reader.getUI().map(ui -> ui.getLocale()).orElse(Locale.ENGLISH))
                .withZone(zone)
                .format(line.at());
    }
}
