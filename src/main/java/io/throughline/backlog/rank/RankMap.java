package io.throughline.backlog.rank;

import java.util.Comparator;
import java.util.List;

/**
 * Turns positions of the shown list into positions of the computed one and back, knowing the pins alone: so a page deep
 * in a long list is found without counting the rows before it.
 */
public final class RankMap {

    /**
     * One pinned item.
     *
     * @param place its key
     * @param computedRank where its score would put it, from 1
     * @param follows the computed rank of the last unpinned item above it, 0 if there is none
     */
    public record Pin(String place, int computedRank, int follows) {}

    /** Where a page starts: at a pinned item's place, or at the item of a computed rank. */
    public sealed interface Start {
        record AtPlace(String place) implements Start {}

        record AtComputedRank(int rank) implements Start {}
    }

    private final List<Pin> byPlace;
    private final List<Pin> byComputed;

    public RankMap(List<Pin> pins) {
        byPlace = pins.stream().sorted(Comparator.comparing(Pin::place)).toList();
        byComputed =
                pins.stream().sorted(Comparator.comparingInt(Pin::computedRank)).toList();
    }

    /** @param rank in the shown list, from 1 */
    public Start start(int rank) {
        int above = 0;
        for (var pin : byPlace) {
            int pinRank = rankOfPin(above);
            if (pinRank == rank) {
                return new Start.AtPlace(pin.place());
            }
            if (pinRank > rank) {
                break;
            }
            above++;
        }
        int computed = rank - above;
        for (var pin : byComputed) {
            if (pin.computedRank() <= computed) {
                computed++;
            }
        }
        return new Start.AtComputedRank(computed);
    }

    /** The shown rank, from 1, of an item that follows its score. */
    public int rankOfUnpinned(int computedRank, String place) {
        int pinsAbove = (int)
                byPlace.stream().filter(p -> p.place().compareTo(place) < 0).count();
        return unpinnedUpTo(computedRank) + pinsAbove;
    }

    /** The shown rank, from 1, of a pinned item. */
    public int rankOfPinned(String place) {
        int index = (int)
                byPlace.stream().filter(p -> p.place().compareTo(place) < 0).count();
        return rankOfPin(index);
    }

    private int rankOfPin(int index) {
        return unpinnedUpTo(byPlace.get(index).follows()) + index + 1;
    }

    /** How many unpinned items have a computed rank up to this one. */
    private int unpinnedUpTo(int computedRank) {
        return computedRank
                - (int) byComputed.stream()
                        .filter(p -> p.computedRank() <= computedRank)
                        .count();
    }
}
