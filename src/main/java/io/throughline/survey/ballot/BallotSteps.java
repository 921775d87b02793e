package io.throughline.survey.ballot;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many submitted ballots may be counted at once, and what may be kept of where they come from. */
final class BallotSteps {

    private BallotSteps() {}

    /**
     * While answers are taken whole steps are counted, one step being held back: it is what makes the last one, at closing,
     * no smaller than a step, so that no answer is lost.
     *
     * @param step people who are counted together at least
     * @param waiting submitted and not counted
     * @return so many of those waiting
     */
    static int due(int step, int waiting, boolean closed) {
        if (closed) {
            return waiting >= step ? waiting : 0;
        }
        return Math.max(0, waiting / step - 1) * step;
    }

    /** Where somebody who answered belongs; null is not told. */
    record Place(@Nullable UUID organisation, @Nullable String segment) {

        private static final Place NOWHERE = new Place(null, null);
    }

    /**
     * The organisation where enough of it answered, else the segment where enough others of it did; whoever is left without
     * either is one of enough, too, or there is nobody like that.
     *
     * @param places by response
     * @param step how many are enough
     */
    static Map<UUID, Place> kept(Map<UUID, Place> places, int step) {
        var organisations = enough(places.values(), Place::organisation, step);
        var segments = enough(
                places.values().stream()
                        .filter(place -> !organisations.contains(place.organisation()))
                        .toList(),
                Place::segment,
                step);
        var kept = new HashMap<UUID, Place>();
        places.forEach((response, place) -> kept.put(response, kept(place, organisations, segments)));
        var people = kept.values().stream().collect(Collectors.groupingBy(place -> place, Collectors.counting()));
        long left = people.getOrDefault(Place.NOWHERE, 0L);
        if (left > 0 && left < step) {
            people.remove(Place.NOWHERE);
            people.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(smallest -> kept.replaceAll(
                            (response, place) -> place.equals(smallest.getKey()) ? Place.NOWHERE : place));
        }
        return kept;
    }

    private static Place kept(Place place, Set<UUID> organisations, Set<String> segments) {
        if (organisations.contains(place.organisation())) {
            return place;
        }
        return segments.contains(place.segment()) ? new Place(null, place.segment()) : Place.NOWHERE;
    }

    private static <T> Set<T> enough(Collection<Place> places, Function<Place, @Nullable T> group, int step) {
        var counts = new HashMap<T, Integer>();
        for (var place : places) {
            var one = group.apply(place);
            if (one != null) {
                counts.merge(one, 1, Integer::sum);
            }
        }
        counts.values().removeIf(people -> people < step);
        return counts.keySet();
    }
}
