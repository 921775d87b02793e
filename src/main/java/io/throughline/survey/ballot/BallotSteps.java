package io.throughline.survey.ballot;

import io.throughline.survey.Counting;
import io.throughline.survey.count.HeldAnswers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How many submitted ballots may be counted at once, and what may be kept of where they come from. */
final class BallotSteps {

    /** Ballots, at least, and fewer than twice as many. */
    static final int AT_ONCE = 200;

    private BallotSteps() {}

    /**
     * While answers are taken whole steps are counted, or nothing. At closing, all that are there, if they are a step at
     * least: fewer could be read from the difference to what was shown before.
     *
     * @param step people who are counted together at least
     * @param waiting submitted and not counted
     * @return so many of those waiting
     */
    static int due(Counting counting, int step, int waiting, boolean closed) {
        if (closed) {
            return waiting >= step ? waiting : 0;
        }
        return counting == Counting.IN_STEPS ? waiting / step * step : 0;
    }

    /**
     * So many at once as can be held in memory, none of them fewer than a step where all are no fewer.
     *
     * @param step people who are counted together at least
     */
    static <T> List<List<T>> parts(List<T> all, int step) {
        int parts = Math.max(1, all.size() / Math.max(AT_ONCE, step));
        return IntStream.range(0, parts)
                .mapToObj(part -> all.subList(share(all.size(), part, parts), share(all.size(), part + 1, parts)))
                .toList();
    }

    private static int share(int all, int part, int parts) {
        return Math.toIntExact((long) all * part / parts);
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

    /** Somebody whose answer was told in a step, and where they belong as far as that is kept. */
    record Told(Place place, int step) {}

    /** What of these people's groups may be told beside what was told step by step. */
    static HeldAnswers.Groups groups(Collection<Told> people, int least) {
        var segments = Breakdown.tellable(bySteps(people, one -> Objects.requireNonNullElse(one.segment(), "")), least);
        segments.remove("");
        return new HeldAnswers.Groups(Breakdown.areTellable(bySteps(people, one -> one), least), segments);
    }

    private static <G> Map<G, Map<Integer, Integer>> bySteps(Collection<Told> people, Function<Place, G> group) {
        var steps = new HashMap<G, Map<Integer, Integer>>();
        people.forEach(one -> steps.computeIfAbsent(group.apply(one.place()), _ -> new HashMap<>())
                .merge(one.step(), 1, Integer::sum));
        return steps;
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
