package io.throughline.survey.version;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of the things two lists share stand in another order: as few as explain it. */
final class Moved {

    private Moved() {}

    static <T> Set<T> in(List<T> before, List<T> after) {
        var shared = after.stream().filter(before::contains).toList();
        var places = shared.stream().map(before::indexOf).toList();
        var stayed = longestRising(places);
        var moved = new HashSet<>(shared);
        stayed.forEach(at -> moved.remove(shared.get(at)));
        return moved;
    }

    /** Where the elements of a longest rising part of a list stand; lists here have at most some hundred elements. */
    private static List<Integer> longestRising(List<Integer> list) {
        var best = new ArrayList<List<Integer>>();
        List<Integer> longest = List.of();
        for (int at = 0; at < list.size(); at++) {
            List<Integer> tail = List.of();
            for (int before = 0; before < at; before++) {
                if (list.get(before) < list.get(at) && best.get(before).size() > tail.size()) {
                    tail = best.get(before);
                }
            }
            var own = new ArrayList<>(tail);
            own.add(at);
            best.add(own);
            if (own.size() > longest.size()) {
                longest = own;
            }
        }
        return longest;
    }
}
