package io.throughline.survey.logic;

import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return isPossible(shown.getOrDefault(question, Optional.empty()));
    }

    /** Whether it can hold after some answers. */
    boolean isPossible(Condition condition) {
        return isPossible(alternatives(condition));
    }

    private boolean isPossible(Optional<List<List<Comparison>>> alternatives) {
        return alternatives.map(all -> all.stream().anyMatch(this::fitTogether)).orElse(true);
    }

    /** Those of a condition, each with what must hold for the questions it looks at to be asked at all. */
    private Optional<List<List<Comparison>>> alternatives(Condition condition) {
        if (condition.comparisons().size() > MOST_ALTERNATIVES) {
            return Optional.empty();
        }
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
        return chosenFit(entry.question(), of(claims, Claim.Chosen.class))
                && amountsFit(entry.question(), of(claims, Claim.Amount.class))
                && daysFit(entry.question(), of(claims, Claim.Day.class));
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
        var allowed = allowed(question);
        Map<String, Values> values = new HashMap<>();
        for (var claim : claims) {
            boolean known = claim.item().isEmpty()
                    || question.items().stream().anyMatch(item -> item.key().equals(claim.item()));
            if (!known) {
                return false;
            }
            values.merge(claim.item(), allowed.narrowed(claim.order(), claim.amount()), Values::both);
        }
        return values.values().stream().noneMatch(Values::isEmpty) && (claims.isEmpty() || pointsFit(question, values));
    }

    /** Whether all points can be given away and no more. */
    private static boolean pointsFit(Question question, Map<String, Values> values) {
        if (!(question instanceof Points)) {
            return true;
        }
        var each = question.items().stream()
                .map(item -> values.getOrDefault(item.key(), allowed(question)))
                .toList();
        return sum(each.stream().flatMap(one -> Stream.ofNullable(one.low()))) <= Points.TOTAL
                && sum(each.stream().flatMap(one -> Stream.ofNullable(one.high()))) >= Points.TOTAL;
    }

    private static double sum(Stream<BigDecimal> limits) {
        return limits.mapToDouble(BigDecimal::doubleValue).sum();
    }

    private static Values allowed(Question question) {
        return switch (question) {
            case Scale one -> steps(one.least(), one.greatest());
            case Nps _ -> steps(0, Nps.GREATEST);
            case Points _ -> steps(0, Points.TOTAL);
            case Ranking one -> steps(1, one.items().size());
            case ImportanceSatisfaction _, ImportanceSatisfactionByRating _ -> steps(1, ImportanceSatisfaction.SCALE);
            case NumberQuestion one ->
                Values.from(one.least(), one.greatest(), Math.clamp(one.decimals(), 0, NumberQuestion.MOST_DECIMALS));
            case DateQuestion one -> Values.from(day(one.earliest()), day(one.latest()), 0);
            case SingleChoice _, MultipleChoice _, ChoiceOfK _, Kano _, Pairwise _, BestWorst _ -> Values.ANY;
            case FileQuestion _, Text _, OwnWords _ -> Values.ANY;
        };
    }

    private static Values steps(int low, int high) {
        return Values.from(BigDecimal.valueOf(low), BigDecimal.valueOf(high), 0);
    }

    private static boolean daysFit(Question question, List<Claim.Day> claims) {
        var values = allowed(question);
        for (var claim : claims) {
            values = values.narrowed(
                    claim.order(), BigDecimal.valueOf(claim.day().toEpochDay()));
        }
        return claims.isEmpty() || !values.isEmpty();
    }

    private static @Nullable BigDecimal day(@Nullable LocalDate day) {
        return day == null ? null : BigDecimal.valueOf(day.toEpochDay());
    }
}
