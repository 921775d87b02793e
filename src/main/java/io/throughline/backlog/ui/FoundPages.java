package io.throughline.backlog.ui;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.BacklogFilter;
import io.throughline.backlog.BacklogSearch;
import io.throughline.backlog.BacklogSearch.Counts;
import io.throughline.backlog.BacklogSearch.From;
import io.throughline.backlog.RequirementRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found, by number as a grid asks for it. Remembers the places of every {@value #STEP}th row it passed and of the
 * last one, so that a page is read from near where it begins; the last ones are read from the end.
 */
final class FoundPages {

    private static final int STEP = 1_000;

    private final transient BacklogSearch search;
    private final AreaId area;
    private final BacklogFilter filter;
    private final Counts counts;
    private final TreeMap<Integer, String> places = new TreeMap<>();
    private Map.@Nullable Entry<Integer, String> last;

    FoundPages(BacklogSearch search, AreaId area, BacklogFilter filter) {
        this.search = search;
        this.area = area;
        this.filter = filter;
        this.counts = search.counts(area, filter);
    }

    Counts counts() {
        return counts;
    }

    /** Whether there are more than {@link #size()}, nobody knows how many. */
    boolean endless() {
        return counts.more();
    }

    int size() {
        return counts.of(filter.state());
    }

    List<RequirementRow> page(int offset, int limit) {
        var from = from(offset);
        int after = size() - offset - limit;
        return passed(
                offset,
                endless() || after >= from.skip()
                        ? search.page(area, filter, counts, from, limit)
                        : fromTheEnd(after, limit));
    }

    /** @param after rows behind the page; negative where it reaches over the end */
    private List<RequirementRow> fromTheEnd(int after, int limit) {
        int there = limit + Math.min(0, after);
        return there <= 0
                ? List.of()
                : search.page(area, filter, counts, new From(null, Math.max(0, after), true), there);
    }

    private From from(int offset) {
        var near = places.floorEntry(offset);
        if (last != null && last.getKey() <= offset && (near == null || near.getKey() < last.getKey())) {
            near = last;
        }
        return near == null ? new From(null, offset, false) : new From(near.getValue(), offset - near.getKey(), false);
    }

    private List<RequirementRow> passed(int offset, List<RequirementRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            last = Map.entry(offset + i + 1, rows.get(i).place());
            if (last.getKey() % STEP == 0) {
                places.put(last.getKey(), last.getValue());
            }
        }
        return rows;
    }
}
