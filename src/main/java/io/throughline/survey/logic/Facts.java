package io.throughline.survey.logic;

import io.throughline.survey.question.Answer;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says, as far as conditions can ask.
 *
 * @param chosen keys of what was chosen
 * @param amounts numbers by the item they were given to; by the empty text for the question as a whole
 */
public record Facts(
        boolean answered,
        Set<String> chosen,
        Map<String, BigDecimal> amounts,
        @Nullable LocalDate day) {

    static final Facts NONE = new Facts(false, Set.of(), Map.of(), null);

    /** What can be asked of the answers to a question, besides whether there is one. */
    public enum Kind {
        CHOSEN,
        /** One number. */
        AMOUNT,
        /** A number for each item. */
        AMOUNT_OF_ITEM,
        DAY
    }

    /** What can be asked of answers to this question. */
    public static Set<Kind> offered(Question question) {
        return switch (question) {
            case SingleChoice _, MultipleChoice _, ChoiceOfK _ -> Set.of(Kind.CHOSEN);
            case ImportanceSatisfaction _ -> Set.of(Kind.CHOSEN, Kind.AMOUNT_OF_ITEM);
            case Points _, Ranking _, ImportanceSatisfactionByRating _ -> Set.of(Kind.AMOUNT_OF_ITEM);
            case Scale _, Nps _, NumberQuestion _ -> Set.of(Kind.AMOUNT);
            case DateQuestion _ -> Set.of(Kind.DAY);
            case Kano _, Pairwise _, BestWorst _, FileQuestion _, Text _, OwnWords _ -> Set.of();
        };
    }

    /** Whether answers to this question can say such a thing at all. */
    static boolean canSay(Question question, Claim claim) {
        return switch (claim) {
            case Claim.Answered _ -> true;
            case Claim.Chosen _ -> offered(question).contains(Kind.CHOSEN);
            case Claim.Amount one ->
                offered(question).contains(one.item().isEmpty() ? Kind.AMOUNT : Kind.AMOUNT_OF_ITEM);
            case Claim.Day _ -> offered(question).contains(Kind.DAY);
        };
    }

    /** What a condition can name of answers to this question: its items, and "something else" where that is offered. */
    public static List<String> keys(Question question) {
        boolean other = switch (question) {
            case SingleChoice one -> one.other();
            case MultipleChoice one -> one.other();
            default -> false;
        };
        var items = question.items().stream().map(Item::key);
        return (other ? Stream.concat(items, Stream.of(Other.KEY)) : items).toList();
    }

    /**
     * What an answer to a question says. Of a rating by importance and satisfaction it is the importance that can be asked
     * for.
     */
    static Facts of(Question question, Answer answer) {
        if (answer.isEmpty()) {
            return NONE;
        }
        return switch (answer) {
            case SingleChoice.Answer own -> chosen(Set.copyOf(own.keys()));
            case MultipleChoice.Answer own -> chosen(Set.copyOf(own.chosen()));
            case ChoiceOfK.Answer own -> chosen(Set.copyOf(own.chosen()));
            case ImportanceSatisfaction.Answer own ->
                new Facts(true, Set.copyOf(own.mattersMost()), rated(own.satisfaction()), null);
            case Points.Answer own -> amounts(points(question, own));
            case Ranking.Answer own -> amounts(whole(own.ranks()));
            case ImportanceSatisfactionByRating.Answer own -> amounts(rated(own.importance()));
            case Scale.Answer own -> amount(own.step());
            case Nps.Answer own -> amount(own.step());
            case NumberQuestion.Answer own -> own.number() == null ? NONE : amounts(Map.of("", own.number()));
            case DateQuestion.Answer own -> new Facts(true, Set.of(), Map.of(), own.day());
            case Kano.Answer _, Pairwise.Answer _, BestWorst.Answer _ -> amounts(Map.of());
            case FileQuestion.Answer _, Text.Answer _, OwnWords.Answer _ -> amounts(Map.of());
        };
    }

    private static Facts chosen(Set<String> keys) {
        return new Facts(true, keys, Map.of(), null);
    }

    private static Facts amounts(Map<String, BigDecimal> amounts) {
        return new Facts(true, Set.of(), amounts, null);
    }

    private static Facts amount(@Nullable Integer step) {
        return step == null ? NONE : amounts(Map.of("", BigDecimal.valueOf(step)));
    }

    private static Map<String, BigDecimal> whole(Map<String, Integer> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> BigDecimal.valueOf(entry.getValue())));
    }

    /** Who leaves an item out gives it none. */
    private static Map<String, BigDecimal> points(Question question, Points.Answer answer) {
        return question.items().stream()
                .map(Item::key)
                .distinct()
                .collect(Collectors.toMap(
                        key -> key, key -> BigDecimal.valueOf(answer.points().getOrDefault(key, 0))));
    }

    /** "Don't know" is no number. */
    private static Map<String, BigDecimal> rated(Map<String, Integer> ratings) {
        return ratings.entrySet().stream()
                .filter(entry -> entry.getValue() != ImportanceSatisfaction.DONT_KNOW)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> BigDecimal.valueOf(entry.getValue())));
    }
}
