package io.throughline.survey.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;

/** A random order of a question's items that stays the same for the same respondent, so that it need not be stored. */
public final class ItemOrder {

    private ItemOrder() {}

    /** Whether the order of its items can differ from person to person without changing what an answer means. */
    public static boolean isFree(Question question) {
        return switch (question) {
            case SingleChoice _, MultipleChoice _, ChoiceOfK _, Kano _, Ranking _, Points _ -> true;
            case ImportanceSatisfaction _, ImportanceSatisfactionByRating _ -> true;
            // Sets have an order of their own; a pair's key depends on which item stands first.
            case BestWorst _, Pairwise _ -> false;
            case Scale _, Nps _, NumberQuestion _, DateQuestion _, FileQuestion _, Text _, OwnWords _ -> false;
        };
    }

    /** The same question with its items as this respondent sees them. */
    public static Question of(Question question, UUID respondent) {
        if (!isFree(question)) {
            return question;
        }
        var order = new ArrayList<>(question.items());
        Collections.shuffle(order, new Random(seed(question.id().value()) ^ seed(respondent)));
        return Rewording.of(question, order);
    }

    private static long seed(UUID id) {
        return id.getMostSignificantBits() * 31 + id.getLeastSignificantBits();
    }
}
