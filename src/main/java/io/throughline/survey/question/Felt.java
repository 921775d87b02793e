package io.throughline.survey.question;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A pair of feelings that are both said, and what it says together by Kano's table. */
public record Felt(Feeling there, Feeling missing) {

    static final List<Felt> ALL = Arrays.stream(Feeling.values())
            .flatMap(there -> Arrays.stream(Feeling.values()).map(missing -> new Felt(there, missing)))
            .toList();

    private static final Map<Category, List<Felt>> BY_CATEGORY =
            ALL.stream().collect(Collectors.groupingBy(Felt::category));

    /** What an item is to somebody. */
    public enum Category {
        ATTRACTIVE,
        ONE_DIMENSIONAL,
        MUST_BE,
        INDIFFERENT,
        /** Wanted the other way round. */
        REVERSE,
        /** The two answers contradict each other: the item wants other words. */
        QUESTIONABLE;

        static final Set<Category> MEANINGFUL = Set.of(ATTRACTIVE, ONE_DIMENSIONAL, MUST_BE, INDIFFERENT);
    }

    static List<Felt> of(Category category) {
        return BY_CATEGORY.getOrDefault(category, List.of());
    }

    Category category() {
        return switch (there) {
            case LIKE ->
                switch (missing) {
                    case LIKE -> Category.QUESTIONABLE;
                    case MUST_BE, NEUTRAL, LIVE_WITH -> Category.ATTRACTIVE;
                    case DISLIKE -> Category.ONE_DIMENSIONAL;
                };
            case MUST_BE, NEUTRAL, LIVE_WITH ->
                switch (missing) {
                    case LIKE -> Category.REVERSE;
                    case MUST_BE, NEUTRAL, LIVE_WITH -> Category.INDIFFERENT;
                    case DISLIKE -> Category.MUST_BE;
                };
            case DISLIKE -> missing == Feeling.DISLIKE ? Category.QUESTIONABLE : Category.REVERSE;
        };
    }
}
