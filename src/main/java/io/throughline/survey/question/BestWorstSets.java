package io.throughline.survey.question;

import io.throughline.survey.question.stats.BlockDesign;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Which items of a best–worst question are shown together.
 *
 * @param sets keys of the items
 */
public record BestWorstSets(List<Item> items, List<List<String>> sets) {

    /** @param number of the set, from 0, @param items keys in the order they are shown */
    public record Shown(int number, List<String> items) {}

    /** The fewest in which each item is shown that often at least. */
    static BestWorstSets designed(List<Item> items, int perSet, int times) {
        var design = BlockDesign.of(items.size(), perSet, times);
        return new BestWorstSets(
                items,
                design.sets().stream()
                        .map(set -> set.stream().map(at -> items.get(at).key()).toList())
                        .toList());
    }

    /** Whether they show every item, and so many different ones together. */
    boolean fit(int perSet) {
        var keys = Item.keys(items);
        return !sets.isEmpty()
                && sets.stream()
                        .allMatch(set ->
                                set.size() == perSet && keys.containsAll(set) && new HashSet<>(set).size() == perSet)
                && sets.stream().flatMap(List::stream).distinct().count() == keys.size();
    }

    BlockDesign design() {
        var keys = items.stream().map(Item::key).toList();
        return new BlockDesign(
                items.size(),
                sets.stream()
                        .map(set -> set.stream().map(keys::indexOf).toList())
                        .toList());
    }

    List<Shown> shownTo(UUID respondent) {
        var random = new Random(respondent.getMostSignificantBits() ^ respondent.getLeastSignificantBits());
        var shown = new ArrayList<Shown>();
        for (int number = 0; number < sets.size(); number++) {
            var order = new ArrayList<>(sets.get(number));
            Collections.shuffle(order, random);
            shown.add(new Shown(number, List.copyOf(order)));
        }
        Collections.shuffle(shown, random);
        return shown;
    }
}
