package io.throughline.survey.ballot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which groups of people may be told apart, after figures of everybody were told step by step.
 *
 * <p>Everybody belongs to one step and one group. What can be read from figures of steps and of groups is what their sums
 * and differences say: something about the people for whom a number that goes with their step and one that goes with their
 * group don't cancel out. Seen as a graph of steps and groups, in which each person joins a step to a group, the fewest
 * people that can be singled out are its smallest cut. So groups are put together until no cut is smaller than a group may
 * be. Cuts are found by contracting what hangs together (Nagamochi and Ibaraki 1992, SIAM J. Discrete Math. 5).
 */
final class Breakdown<G> {

    private final int least;
    private final List<Set<G>> blocks = new ArrayList<>();
    private final Map<G, Map<Integer, Integer>> people;

    private Breakdown(Map<G, Map<Integer, Integer>> people, int least) {
        this.people = people;
        this.least = least;
        people.keySet().forEach(group -> blocks.add(new HashSet<>(Set.of(group))));
    }

    /**
     * @param people by group and step
     * @param least people who must not be singled out by fewer
     * @return groups that may be told, each of them alone; the others are told with everybody only
     */
    static <G> Set<G> tellable(Map<G, Map<Integer, Integer>> people, int least) {
        var breakdown = new Breakdown<>(people, least);
        for (var cut = breakdown.smallCut(); cut != null; cut = breakdown.smallCut()) {
            if (!breakdown.join(cut)) {
                return new HashSet<>();
            }
        }
        return breakdown.blocks.stream()
                .filter(block -> block.size() == 1)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether all groups may be told. */
    static <G> boolean areTellable(Map<G, Map<Integer, Integer>> people, int least) {
        return new Breakdown<>(people, least).smallCut() == null;
    }

    /** Puts the smallest groups of both sides together. @return whether there are groups on both sides */
    private boolean join(Set<Integer> cut) {
        var inside = smallest(cut, true);
        var outside = smallest(cut, false);
        if (inside == null || outside == null) {
            return false;
        }
        inside.addAll(outside);
        blocks.remove(outside);
        return true;
    }

    private @Nullable Set<G> smallest(Set<Integer> cut, boolean inside) {
        return blocks.stream()
                .filter(block -> cut.contains(blocks.indexOf(block)) == inside)
                .min(Comparator.comparingInt(this::size))
                .orElse(null);
    }

    private int size(Set<G> block) {
        return steps(block).values().stream().mapToInt(Integer::intValue).sum();
    }

    private Map<Integer, Integer> steps(Set<G> block) {
        var steps = new TreeMap<Integer, Integer>();
        block.forEach(group ->
                people.getOrDefault(group, Map.of()).forEach((step, count) -> steps.merge(step, count, Integer::sum)));
        return steps;
    }

    /** Nodes on one side of a cut of fewer people than may be, groups by their place among the blocks; null if there is none. */
    private @Nullable Set<Integer> smallCut() {
        var graph = graph();
        while (!graph.isEmpty()) {
            var found = graph.contract(least);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Graph graph() {
        var graph = new Graph();
        var nodes = new HashMap<Integer, Integer>();
        for (int block = 0; block < blocks.size(); block++) {
            graph.add(block);
        }
        for (int block = 0; block < blocks.size(); block++) {
            for (var entry : steps(blocks.get(block)).entrySet()) {
                int node = nodes.computeIfAbsent(entry.getKey(), _ -> graph.add(graph.fresh()));
                graph.join(block, node, entry.getValue());
            }
        }
        return graph;
    }

    /** An undirected graph with weights, whose nodes can be put together. */
    private static final class Graph {

        private record Reached(int node, int ties) {}

        private record Pair(int one, int other) {}

        private final Map<Integer, Map<Integer, Integer>> weights = new LinkedHashMap<>();
        private final Map<Integer, Set<Integer>> members = new HashMap<>();
        private int nodes;

        int fresh() {
            return nodes;
        }

        int add(int node) {
            weights.put(node, new HashMap<>());
            members.put(node, new HashSet<>(Set.of(node)));
            nodes = Math.max(nodes, node + 1);
            return node;
        }

        void join(int one, int other, int weight) {
            at(one).merge(other, weight, Integer::sum);
            at(other).merge(one, weight, Integer::sum);
        }

        boolean isEmpty() {
            return weights.isEmpty();
        }

        private Map<Integer, Integer> at(int node) {
            return Objects.requireNonNull(weights.get(node));
        }

        /**
         * Goes through what hangs together with the first node, always on to the node with most ties to those gone through,
         * and puts together what no small cut can part.
         *
         * @return one side of a small cut, if the last node's own is one; otherwise the graph is smaller than before
         */
        @Nullable
        Set<Integer> contract(int least) {
            var ties = new HashMap<Integer, Integer>();
            var next = new PriorityQueue<Reached>(
                    Comparator.comparingInt(Reached::ties).reversed());
            var done = new HashSet<Integer>();
            var together = new ArrayList<Pair>();
            int last = weights.keySet().iterator().next();
            for (var reached = new Reached(last, 0); reached != null; reached = next.poll()) {
                if (!done.add(reached.node())) {
                    continue;
                }
                last = reached.node();
                for (var tie : at(last).entrySet()) {
                    int other = tie.getKey();
                    if (!done.contains(other)) {
                        int now = ties.merge(other, tie.getValue(), Integer::sum);
                        next.add(new Reached(other, now));
                        if (now >= least) {
                            together.add(new Pair(last, other));
                        }
                    }
                }
            }
            if (done.size() == 1) {
                remove(last);
                return null;
            }
            int own = at(last).values().stream().mapToInt(Integer::intValue).sum();
            if (own < least) {
                return Objects.requireNonNull(members.get(last));
            }
            merge(together);
            return null;
        }

        private void remove(int node) {
            weights.remove(node);
            members.remove(node);
        }

        private void merge(List<Pair> together) {
            var now = new HashMap<Integer, Integer>();
            for (var pair : together) {
                int one = root(now, pair.one());
                int other = root(now, pair.other());
                if (one != other) {
                    merge(one, other);
                    now.put(other, one);
                }
            }
        }

        private static int root(Map<Integer, Integer> now, int node) {
            int root = node;
            for (var up = now.get(root); up != null; up = now.get(root)) {
                root = up;
            }
            return root;
        }

        private void merge(int kept, int gone) {
            Objects.requireNonNull(members.get(kept)).addAll(Objects.requireNonNull(members.get(gone)));
            Map.copyOf(at(gone)).forEach((other, weight) -> {
                at(other).remove(gone);
                if (other != kept) {
                    join(kept, other, weight);
                }
            });
            remove(gone);
        }
    }
}
