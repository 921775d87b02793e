package io.throughline.survey.foreign;

import io.throughline.survey.foreign.Expression.Atom;
import io.throughline.survey.foreign.Expression.Compared;
import io.throughline.survey.foreign.Names.Named;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Facts;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What another tool compares an answer with, as we say it. */
final class Claims {

    private Claims() {}

    /** Empty for what can't be said here. */
    static Optional<Claim> of(Named named, Atom atom) {
        var compared = atom.compared();
        var value = atom.value();
        if (compared == Compared.EMPTY || compared == Compared.NOT_EMPTY) {
            return Optional.of(new Claim.Answered(compared == Compared.NOT_EMPTY));
        }
        if (value.isEmpty() && (compared == Compared.EQUAL || compared == Compared.OTHER)) {
            return Optional.of(new Claim.Answered(compared == Compared.OTHER));
        }
        var question = named.entry().question();
        var offered = Facts.offered(question);
        if (offered.contains(Facts.Kind.CHOSEN)) {
            var key = named.items().get(value);
            return key == null
                    ? Optional.empty()
                    : switch (compared) {
                        case EQUAL, CONTAINS -> Optional.of(new Claim.Chosen(key, true));
                        case OTHER, CONTAINS_NOT -> Optional.of(new Claim.Chosen(key, false));
                        default -> Optional.empty();
                    };
        }
        if (offered.contains(Facts.Kind.AMOUNT)) {
            return Sketch.number(value).flatMap(amount -> amount(question, compared, amount));
        }
        return offered.contains(Facts.Kind.DAY) ? day(compared, value) : Optional.empty();
    }

    private static Optional<Claim> amount(Question question, Compared compared, BigDecimal amount) {
        // Between whole numbers "more than 3" is "at least 4", between tenths "at least 3.1".
        int decimals = question instanceof NumberQuestion one ? one.decimals() : 0;
        var next = BigDecimal.ONE.movePointLeft(decimals);
        return switch (compared) {
            case EQUAL -> Optional.of(new Claim.Amount(Claim.Order.EQUAL, "", amount));
            case OTHER -> Optional.of(new Claim.Amount(Claim.Order.OTHER, "", amount));
            case AT_LEAST -> Optional.of(new Claim.Amount(Claim.Order.AT_LEAST, "", amount));
            case AT_MOST -> Optional.of(new Claim.Amount(Claim.Order.AT_MOST, "", amount));
            case MORE ->
                Optional.of(new Claim.Amount(
                        Claim.Order.AT_LEAST,
                        "",
                        amount.setScale(decimals, RoundingMode.FLOOR).add(next)));
            case LESS ->
                Optional.of(new Claim.Amount(
                        Claim.Order.AT_MOST,
                        "",
                        amount.setScale(decimals, RoundingMode.CEILING).subtract(next)));
            case CONTAINS, CONTAINS_NOT, EMPTY, NOT_EMPTY -> Optional.empty();
        };
    }

    private static Optional<Claim> day(Compared compared, String value) {
        try {
            var day = LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value);
            return switch (compared) {
                case EQUAL -> Optional.of(new Claim.Day(Claim.Order.EQUAL, day));
                case OTHER -> Optional.of(new Claim.Day(Claim.Order.OTHER, day));
                case AT_LEAST -> Optional.of(new Claim.Day(Claim.Order.AT_LEAST, day));
                case AT_MOST -> Optional.of(new Claim.Day(Claim.Order.AT_MOST, day));
                case MORE -> Optional.of(new Claim.Day(Claim.Order.AT_LEAST, day.plusDays(1)));
                case LESS -> Optional.of(new Claim.Day(Claim.Order.AT_MOST, day.minusDays(1)));
                case CONTAINS, CONTAINS_NOT, EMPTY, NOT_EMPTY -> Optional.empty();
            };
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** About one of several answers that may be chosen, as it has a column of its own there. */
    static Optional<Claim> ofItem(Named named, String item, Atom atom) {
        var key = named.items().get(item);
        if (key == null || !Facts.offered(named.entry().question()).contains(Facts.Kind.CHOSEN)) {
            return Optional.empty();
        }
        boolean yes = atom.value().equals("Y") || atom.value().equals("1");
        var so = switch (atom.compared()) {
            case EQUAL -> yes ? Boolean.TRUE : atom.value().isEmpty() ? Boolean.FALSE : null;
            case OTHER -> yes ? Boolean.FALSE : atom.value().isEmpty() ? Boolean.TRUE : null;
            case NOT_EMPTY -> Boolean.TRUE;
            case EMPTY -> Boolean.FALSE;
            default -> null;
        };
        return so == null ? Optional.empty() : Optional.of(new Claim.Chosen(key, so));
    }
}
