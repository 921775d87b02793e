package io.throughline.survey.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which segments may be told apart from all together: each has to be large, and so has what is left of all beside those that
 * are told, since anybody can subtract.
 *
 * @param people who must have answered in a large group, at least
 * @param organisations they must come from, at least
 */
public record SegmentsApart(int people, int organisations) {

    /**
     * How many of an organisation answered.
     *
     * @param segment empty where it has none
     */
    public record Answered(String segment, UUID organisation, int people) {}

    /** Where not all can be told, the smallest join what is left. @param all everybody asked, or everybody who answered */
    public Set<String> of(Collection<Answered> all) {
        var told = new TreeMap<>(all.stream().collect(Collectors.groupingBy(Answered::segment)));
        var left = new ArrayList<Answered>();
        told.entrySet().removeIf(one -> {
            boolean small = one.getKey().isEmpty() || !isLarge(one.getValue());
            if (small) {
                left.addAll(one.getValue());
            }
            return small;
        });
        while (!told.isEmpty() && !left.isEmpty() && !isLarge(left)) {
            var smallest = told.entrySet().stream()
                    .min(Comparator.comparingInt(one -> people(one.getValue())))
                    .orElseThrow()
                    .getKey();
            left.addAll(told.remove(smallest));
        }
        return Set.copyOf(told.keySet());
    }

    private boolean isLarge(List<Answered> some) {
        return people(some) >= people
                && some.stream()
                                .filter(one -> one.people() > 0)
                                .map(Answered::organisation)
                                .distinct()
                                .count()
                        >= organisations;
    }

    private static int people(List<Answered> some) {
        return some.stream().mapToInt(Answered::people).sum();
    }
}
