package io.throughline.survey.count;

import io.throughline.survey.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The places of a page, by the numbers its entries have for them: group by group, so that pages of the same places write them
 * the same way, and entries in the order of their places stand together as they are added up.
 */
final class JournalPlaces {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** By organisation and segment, weeks as days since 1970. */
    private static final TypeReference<LinkedHashMap<UUID, LinkedHashMap<String, List<Long>>>> WRITTEN =
            new TypeReference<>() {};

    private static final Comparator<Place> ORDER = Comparator.comparing(
                    (Place place) -> place.group().organisation())
            .thenComparing(place -> place.group().segment())
            .thenComparing(Place::week);

    /** Group and week an entry counts in. @param week its Monday (UTC) */
    record Place(Group group, LocalDate week) {}

    private final List<Place> places;
    private final Map<Place, Integer> numbers = new HashMap<>();

    private JournalPlaces(List<Place> places) {
        this.places = places;
        places.forEach(place -> numbers.put(place, numbers.size()));
    }

    /** @param places in any order, some several times */
    static JournalPlaces of(Stream<Place> places) {
        return new JournalPlaces(places.distinct().sorted(ORDER).toList());
    }

    int number(Place place) {
        return Objects.requireNonNull(numbers.get(place));
    }

    List<Place> inOrder() {
        return places;
    }

    String written() {
        var written = new LinkedHashMap<UUID, Map<String, List<Long>>>();
        for (var place : places) {
            written.computeIfAbsent(place.group().organisation(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(place.group().segment(), _ -> new ArrayList<>())
                    .add(place.week().toEpochDay());
        }
        return JSON.writeValueAsString(written);
    }

    /** What {@link #written} wrote. */
    static JournalPlaces read(String written) {
        var places = new ArrayList<Place>();
        JSON.readValue(written, WRITTEN)
                .forEach((organisation, segments) -> segments.forEach((segment, weeks) -> weeks.forEach(
                        week -> places.add(new Place(new Group(organisation, segment), LocalDate.ofEpochDay(week))))));
        return new JournalPlaces(List.copyOf(places));
    }
}
