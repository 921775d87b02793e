package io.throughline.survey.question;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an answer asks for, which is less than all it speaks of. */
public final class AskedFor {

    private AskedFor() {}

    /** The items chosen, ranked, given points, or judged to matter; strongest first where the answer tells. */
    public static List<Item> in(Question question, Answer answer) {
        return keys(question, answer).stream()
                .flatMap(key ->
                        question.items().stream().filter(item -> item.key().equals(key)))
                .toList();
    }

    private static List<String> keys(Question question, Answer answer) {
        return switch (answer) {
            case Kano.Answer own ->
                own.pairs().entrySet().stream()
                        .filter(entry -> entry.getValue().wanted())
                        .map(Map.Entry::getKey)
                        .toList();
            case Ranking.Answer own ->
                own.ranks().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .toList();
            case Pairwise.Answer own -> question instanceof Pairwise asked ? asked.byWeight(own) : List.of();
            case SingleChoice.Answer own -> Stream.ofNullable(own.chosen()).toList();
            case MultipleChoice.Answer own -> own.chosen();
            case ChoiceOfK.Answer own -> own.chosen();
            case BestWorst.Answer own ->
                own.picks().values().stream()
                        .map(BestWorst.Pick::best)
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .toList();
            case ImportanceSatisfaction.Answer own -> own.mattersMost();
            case Points.Answer own -> mostFirst(own.points(), 1);
            case ImportanceSatisfactionByRating.Answer own ->
                mostFirst(own.importance(), ImportanceSatisfactionByRating.HIGH_FROM);
            case Scale.Answer _, Nps.Answer _, NumberQuestion.Answer _, DateQuestion.Answer _ -> List.of();
            case FileQuestion.Answer _, Text.Answer _, OwnWords.Answer _ -> List.of();
        };
    }

    private static List<String> mostFirst(Map<String, Integer> values, int least) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
