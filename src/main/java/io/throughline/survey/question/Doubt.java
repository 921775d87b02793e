package io.throughline.survey.question;

import java.util.List;

/**
 * Something about an answer that may be a slip, or a sign of little care. It is said gently before submitting and kept with
 * the submitted answer; it never refuses an answer, and every answer counts all the same.
 *
 * @param items keys of the items it is about; empty where it is about all of them
 */
public record Doubt(Kind kind, List<String> items) {

    /** So many items must have been answered before answering them all alike is worth a word. */
    static final int MANY = 4;

    public Doubt {
        items = List.copyOf(items);
    }

    /** What may be wrong with it. */
    public enum Kind {
        /** Two answers on one item can't both be meant. */
        CONTRADICTION,
        /** A comparison doesn't fit the others. */
        INCONSISTENT,
        /** Every item got the same answer ("straight-lining"). */
        SAME_THROUGHOUT
    }

    /** @param given what was said of each item */
    static List<Doubt> sameThroughout(List<?> given, int items) {
        return given.size() == items
                        && items >= MANY
                        && given.stream().distinct().count() == 1
                ? List.of(new Doubt(Kind.SAME_THROUGHOUT, List.of()))
                : List.of();
    }
}
