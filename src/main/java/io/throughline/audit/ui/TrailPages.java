package io.throughline.audit.ui;

import io.throughline.audit.AuditLine;
import io.throughline.audit.AuditPage;
import io.throughline.audit.AuditPage.Cursor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lets a grid, which asks by offset, read a trail that is walked by cursor: remembers where each hundred began. Holds
 * cursors only, no lines.
 */
final class TrailPages implements Serializable {

    private static final int PAGE = 100;

    private final transient BiFunction<@Nullable Cursor, Integer, AuditPage> source;
    private final transient List<@Nullable Cursor> starts = new ArrayList<>();

    TrailPages(BiFunction<@Nullable Cursor, Integer, AuditPage> source) {
        this.source = source;
        starts.add(null);
    }

    /** Lines from offset on; fewer than limit at the end. */
    List<AuditLine> lines(int offset, int limit) {
        var found = new ArrayList<AuditLine>();
        int page = Math.min(offset / PAGE, starts.size() - 1);
        while (page < starts.size() && page * PAGE < offset + limit) {
            var lines = page(page);
            for (int i = 0; i < lines.size(); i++) {
                int position = page * PAGE + i;
                if (position >= offset && position < offset + limit) {
                    found.add(lines.get(i));
                }
            }
            page++;
        }
        return found;
    }

    private List<AuditLine> page(int number) {
        var lines = new ArrayList<AuditLine>();
        var cursor = starts.get(number);
        do {
            var part = source.apply(cursor, PAGE - lines.size());
            lines.addAll(part.lines());
            cursor = part.next();
        } while (lines.size() < PAGE && cursor != null);
        if (cursor != null && starts.size() == number + 1) {
            starts.add(cursor);
        }
        return lines;
    }
}
