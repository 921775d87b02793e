package io.throughline.survey.count;

import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cells of all weeks but the newest, added up week over week: whoever looks at all weeks reads two cells of a group and
 * question, however long a campaign runs. Cells hold whole numbers, so that nothing is lost in adding.
 *
 * @param newest week of the cells; the first of all where there are none
 * @param sums in the form that is stored
 */
record SettledWeeks(LocalDate newest, Map<Key, byte[]> sums) {

    static final SettledWeeks NONE = new SettledWeeks(LocalDate.MIN, Map.of());

    record Key(QuestionId question, Group group) {

        static Key of(CellStore.Place place) {
            return new Key(place.question(), place.group());
        }
    }

    /**
     * Of a later state of the same cells; only what changed is added up anew.
     *
     * @param cells all of them as they are now
     * @param changed those that are not as they were, or were not there
     */
    SettledWeeks next(Map<CellStore.Place, byte[]> cells, Collection<CellStore.Place> changed, SurveyContent content) {
        var last = cells.keySet().stream().map(CellStore.Place::week).max(LocalDate::compareTo);
        if (last.isEmpty()) {
            return NONE;
        }
        boolean same = last.get().equals(newest);
        var dirty = (same ? changed : cells.keySet())
                .stream()
                        .filter(place -> place.week().isBefore(last.get()))
                        .map(Key::of)
                        .collect(Collectors.toSet());
        if (same && dirty.isEmpty()) {
            return this;
        }
        var next = new HashMap<>(same ? sums : Map.<Key, byte[]>of());
        next.putAll(sums(parts(cells, last.get(), dirty), content));
        return new SettledWeeks(last.get(), Map.copyOf(next));
    }

    private static Map<Key, List<byte[]>> parts(Map<CellStore.Place, byte[]> cells, LocalDate newest, Set<Key> wanted) {
        var parts = new HashMap<Key, List<byte[]>>();
        cells.forEach((place, content) -> {
            var key = Key.of(place);
            if (place.week().isBefore(newest) && wanted.contains(key)) {
                parts.computeIfAbsent(key, _ -> new ArrayList<>()).add(content);
            }
        });
        return parts;
    }

    private static Map<Key, byte[]> sums(Map<Key, List<byte[]>> parts, SurveyContent content) {
        var layouts = content.questions().stream().collect(Collectors.toMap(Question::id, Question::layout));
        layouts.put(UncountedResponses.EVERYBODY, Layout.PEOPLE);
        return parts.entrySet().parallelStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> sum(
                                Objects.requireNonNull(
                                        layouts.get(entry.getKey().question())),
                                entry.getValue())));
    }

    private static byte[] sum(Layout layout, List<byte[]> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var sum = new Cell(layout, Settings.STANDARD.replicates());
        parts.forEach(sum::merge);
        return sum.encoded();
    }

    /** Sums and cells of the newest week. @param cells as given to {@link #next} */
    void forEach(Map<CellStore.Place, byte[]> cells, Told told) {
        sums.forEach((key, content) -> told.part(key.question(), key.group(), content));
        cells.forEach((place, content) -> {
            if (place.week().equals(newest)) {
                told.part(place.question(), place.group(), content);
            }
        });
    }

    @FunctionalInterface
    interface Told {
        void part(QuestionId question, Group group, byte[] content);
    }
}
