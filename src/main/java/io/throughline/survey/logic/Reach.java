package io.throughline.survey.logic;

import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Claim.Order;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether there are answers after which a question is asked. Conditions are written out as alternatives, each a list of
 * claims that must hold together; a question can be reached if the claims of one alternative don't contradict each other or
 * what the questions allow. Where there are too many alternatives to look at it is taken for reachable: the check then says
 * nothing, rather than something wrong.
 */
final class Reach {

    private static final int MOST_ALTERNATIVES = 500;

    private final Map<QuestionId, Entry> entries;
    private final Map<QuestionId, Optional<List<List<Comparison>>>> shown = new HashMap<>();

    Reach(SurveyContent content) {
        entries = content.entries().stream().collect(Collectors.toMap(Entry::id, entry -> entry, (a, _) -> a));
        for (var section : content.sections()) {
            var above = alternatives(section.shownIf());
            for (var entry : section.entries()) {
                shown.put(entry.id(), both(above, alternatives(entry.shownIf())));
            }
        }
    }

    boolean isPossible(QuestionId question) {
        return shown.getOrDefault(question, Optional.empty())
                .map(all -> all.stream().anyMatch(this::fitTogether))
                .orElse(true);
    }

    /** Those of a condition, each with what must hold for the questions it looks at to be asked at all. */
    private Optional<List<List<Comparison>>> alternatives(Condition condition) {
        Optional<List<List<Comparison>>> all = Optional.of(
                condition.isAlways() || condition.match() == Condition.Match.ALL ? List.of(List.of()) : List.of());
        for (var comparison : condition.comparisons()) {
            var one = withItsQuestion(comparison);
            all = condition.match() == Condition.Match.ALL ? both(all, one) : either(all, one);
        }
        return all;
    }

    private Optional<List<List<Comparison>>> withItsQuestion(Comparison comparison) {
        var alone = Optional.of(List.of(List.of(comparison)));
        boolean needsNoAnswer = comparison.claim() instanceof Claim.Answered answered && !answered.so();
        // Not seen yet means: not earlier. Such a claim finds no answer.
        return needsNoAnswer ? alone : both(alone, shown.getOrDefault(comparison.question(), Optional.of(List.of())));
    }

    private static Optional<List<List<Comparison>>> either(
            Optional<List<List<Comparison>>> one, Optional<List<List<Comparison>>> other) {
        return one.flatMap(first -> other.map(
                        second -> Stream.concat(first.stream(), second.stream()).toList()))
                .filter(all -> all.size() <= MOST_ALTERNATIVES);
    }

    private static Optional<List<List<Comparison>>> both(
            Optional<List<List<Comparison>>> one, Optional<List<List<Comparison>>> other) {
        if (one.isEmpty() || other.isEmpty() || one.get().size() * other.get().size() > MOST_ALTERNATIVES) {
            return Optional.empty();
        }
        var all = new ArrayList<List<Comparison>>();
        for (var first : one.get()) {
            for (var second : other.get()) {
                all.add(Stream.concat(first.stream(), second.stream())
                        .distinct()
                        .toList());
            }
        }
        return Optional.of(all);
    }

    private boolean fitTogether(List<Comparison> claims) {
        var held = Set.copyOf(claims);
        return claims.stream()
                .collect(Collectors.groupingBy(
                        Comparison::question, Collectors.mapping(Comparison::claim, Collectors.toList())))
                .entrySet()
                .stream()
                .allMatch(one -> fit(entries.get(one.getKey()), one.getValue(), held));
    }

    private boolean fit(@Nullable Entry entry, List<Claim> claims, Set<Comparison> held) {
        var none = claims.stream().anyMatch(claim -> claim instanceof Claim.Answered one && !one.so());
        if (entry == null || none) {
            return none
                    && claims.stream().allMatch(claim -> claim instanceof Claim.Answered one && !one.so())
                    && (entry == null || !isAnsweredWhere(held, entry));
        }
        return claims.stream().allMatch(claim -> canHold(entry.question(), claim))
                && chosenFit(entry.question(), of(claims, Claim.Chosen.class))
                && amountsFit(entry.question(), of(claims, Claim.Amount.class))
                && daysFit(entry.question(), of(claims, Claim.Day.class));
    }

    /** What no answer to this question says never holds, as a day of a question for a number. */
    private static boolean canHold(Question question, Claim claim) {
        var offered = Facts.offered(question);
        return switch (claim) {
            case Claim.Answered _ -> true;
            case Claim.Chosen one -> !one.so() || offered.contains(Facts.Kind.CHOSEN);
            case Claim.Amount one ->
                offered.contains(one.item().isEmpty() ? Facts.Kind.AMOUNT : Facts.Kind.AMOUNT_OF_ITEM);
            case Claim.Day _ -> offered.contains(Facts.Kind.DAY);
        };
    }

    /** Whoever this holds for is asked it and must answer: who comes to what looks at it can't have left it. */
    private boolean isAnsweredWhere(Set<Comparison> held, Entry entry) {
        return entry.question().required()
                && shown.getOrDefault(entry.id(), Optional.empty()).stream()
                        .flatMap(List::stream)
                        .anyMatch(held::containsAll);
    }

    private static <C extends Claim> List<C> of(List<Claim> claims, Class<C> kind) {
        return claims.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static boolean chosenFit(Question question, List<Claim.Chosen> claims) {
        if (claims.isEmpty()) {
            return true;
        }
        Set<String> known = Stream.concat(question.items().stream().map(Item::key), Stream.of(Other.KEY))
                .collect(Collectors.toSet());
        var wanted = items(claims, true);
        var unwanted = items(claims, false);
        int most = switch (question) {
            case SingleChoice _ -> 1;
            case ChoiceOfK one -> one.choose();
            case ImportanceSatisfaction one -> one.choose();
            default -> Integer.MAX_VALUE;
        };
        boolean something = !(question instanceof SingleChoice one)
                || one.other() && !unwanted.contains(Other.KEY)
                || !unwanted.containsAll(one.items().stream().map(Item::key).toList());
        return known.containsAll(wanted)
                && wanted.stream().noneMatch(unwanted::contains)
                && wanted.size() <= most
                && something;
    }

    private static Set<String> items(List<Claim.Chosen> claims, boolean so) {
        return claims.stream()
                .filter(claim -> claim.so() == so)
                .map(Claim.Chosen::item)
                .collect(Collectors.toSet());
    }

    private static boolean amountsFit(Question question, List<Claim.Amount> claims) {
        Map<String, Range<BigDecimal>> ranges = new HashMap<>();
        for (var claim : claims) {
            boolean known = claim.item().isEmpty()
                    || question.items().stream().anyMatch(item -> item.key().equals(claim.item()));
            if (!known) {
                return false;
            }
            ranges.merge(claim.item(), narrowed(question, claim), Range::both);
        }
        boolean pointsLeft = !(question instanceof Points)
                || ranges.values().stream()
                                .flatMap(range -> Stream.ofNullable(range.low()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(BigDecimal.valueOf(Points.TOTAL))
                        <= 0;
        boolean otherLeft = claims.stream()
                .noneMatch(claim -> claim.order() == Order.OTHER
                        && Objects.requireNonNull(ranges.get(claim.item())).isOnly(claim.amount()));
        return ranges.values().stream().noneMatch(Range::isEmpty) && pointsLeft && otherLeft;
    }

    /** Between whole numbers "at least 2.5" is "at least 3", and nothing equals it. */
    private static Range<BigDecimal> narrowed(Question question, Claim.Amount claim) {
        var amount = claim.amount();
        int decimals = question instanceof NumberQuestion one ? one.decimals() : 0;
        if (amount.stripTrailingZeros().scale() <= decimals) {
            return allowed(question).narrowed(claim.order(), amount);
        }
        var next = amount.setScale(decimals, RoundingMode.CEILING);
        var last = amount.setScale(decimals, RoundingMode.FLOOR);
        return switch (claim.order()) {
            case AT_LEAST -> allowed(question).narrowed(Order.AT_LEAST, next);
            case AT_MOST -> allowed(question).narrowed(Order.AT_MOST, last);
            case EQUAL -> new Range<>(next, last);
            case OTHER -> allowed(question);
        };
    }

    private static Range<BigDecimal> allowed(Question question) {
        return switch (question) {
            case Scale one -> range(one.least(), one.greatest());
            case Nps _ -> range(0, Nps.GREATEST);
            case Points _ -> range(0, Points.TOTAL);
            case Ranking one -> range(1, one.items().size());
            case ImportanceSatisfaction _, ImportanceSatisfactionByRating _ -> range(1, ImportanceSatisfaction.SCALE);
            case NumberQuestion one -> new Range<>(one.least(), one.greatest());
            case SingleChoice _, MultipleChoice _, ChoiceOfK _, Kano _, Pairwise _, BestWorst _ ->
                new Range<>(null, null);
            case DateQuestion _, FileQuestion _, Text _, OwnWords _ -> new Range<>(null, null);
        };
    }

    private static Range<BigDecimal> range(int low, int high) {
        return new Range<>(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    private static boolean daysFit(Question question, List<Claim.Day> claims) {
        var range = question instanceof DateQuestion one
                ? new Range<>(one.earliest(), one.latest())
                : new Range<LocalDate>(null, null);
        for (var claim : claims) {
            range = range.narrowed(claim.order(), claim.day());
        }
        for (var claim : claims) {
            if (claim.order() == Order.OTHER && range.isOnly(claim.day())) {
                return false;
            }
        }
        return claims.isEmpty() || !range.isEmpty();
    }

    /** From low to high, both included; null where there is no limit. */
    private record Range<T extends Comparable<? super T>>(
            @Nullable T low, @Nullable T high) {

        Range<T> narrowed(Order order, T to) {
            return switch (order) {
                case AT_LEAST -> both(new Range<>(to, null));
                case AT_MOST -> both(new Range<>(null, to));
                case EQUAL -> both(new Range<>(to, to));
                // One value less leaves something, unless it is the only one.
                case OTHER -> this;
            };
        }

        private Range<T> both(Range<T> other) {
            return new Range<>(later(low, other.low), earlier(high, other.high));
        }

        private static <T extends Comparable<? super T>> @Nullable T later(@Nullable T one, @Nullable T other) {
            return one == null || other != null && other.compareTo(one) > 0 ? other : one;
        }

        private static <T extends Comparable<? super T>> @Nullable T earlier(@Nullable T one, @Nullable T other) {
            return one == null || other != null && other.compareTo(one) < 0 ? other : one;
        }

        boolean isOnly(T value) {
            return low != null && high != null && low.compareTo(value) == 0 && high.compareTo(value) == 0;
        }

        boolean isEmpty() {
            return low != null && high != null && low.compareTo(high) > 0;
        }
    }
}
