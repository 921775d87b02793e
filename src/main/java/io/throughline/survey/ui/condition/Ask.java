package io.throughline.survey.ui.condition;

import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Claim.Order;
import io.throughline.survey.logic.Facts.Kind;
import java.util.Set;

/** What can be asked of an earlier answer, as it is chosen in the designer. */
enum Ask {
    ANSWERED,
    NOT_ANSWERED,
    CHOSEN,
    NOT_CHOSEN,
    AT_LEAST,
    AT_MOST,
    EQUAL,
    OTHER,
    FROM_DAY,
    UNTIL_DAY,
    ON_DAY,
    NOT_ON_DAY;

    static Ask of(Claim claim) {
        return switch (claim) {
            case Claim.Answered one -> one.so() ? ANSWERED : NOT_ANSWERED;
            case Claim.Chosen one -> one.so() ? CHOSEN : NOT_CHOSEN;
            case Claim.Amount one ->
                switch (one.order()) {
                    case AT_LEAST -> AT_LEAST;
                    case AT_MOST -> AT_MOST;
                    case EQUAL -> EQUAL;
                    case OTHER -> OTHER;
                };
            case Claim.Day one ->
                switch (one.order()) {
                    case AT_LEAST -> FROM_DAY;
                    case AT_MOST -> UNTIL_DAY;
                    case EQUAL -> ON_DAY;
                    case OTHER -> NOT_ON_DAY;
                };
        };
    }

    boolean isOffered(Set<Kind> kinds) {
        return switch (this) {
            case ANSWERED, NOT_ANSWERED -> true;
            case CHOSEN, NOT_CHOSEN -> kinds.contains(Kind.CHOSEN);
            case AT_LEAST, AT_MOST, EQUAL, OTHER -> kinds.contains(Kind.AMOUNT) || kinds.contains(Kind.AMOUNT_OF_ITEM);
            case FROM_DAY, UNTIL_DAY, ON_DAY, NOT_ON_DAY -> kinds.contains(Kind.DAY);
        };
    }

    boolean needsItem(Set<Kind> kinds) {
        return switch (this) {
            case CHOSEN, NOT_CHOSEN -> true;
            case AT_LEAST, AT_MOST, EQUAL, OTHER -> kinds.contains(Kind.AMOUNT_OF_ITEM);
            case ANSWERED, NOT_ANSWERED, FROM_DAY, UNTIL_DAY, ON_DAY, NOT_ON_DAY -> false;
        };
    }

    boolean needsNumber() {
        return switch (this) {
            case AT_LEAST, AT_MOST, EQUAL, OTHER -> true;
            default -> false;
        };
    }

    boolean needsDay() {
        return switch (this) {
            case FROM_DAY, UNTIL_DAY, ON_DAY, NOT_ON_DAY -> true;
            default -> false;
        };
    }

    Order order() {
        return switch (this) {
            case AT_LEAST, FROM_DAY -> Order.AT_LEAST;
            case AT_MOST, UNTIL_DAY -> Order.AT_MOST;
            case EQUAL, ON_DAY -> Order.EQUAL;
            default -> Order.OTHER;
        };
    }
}
