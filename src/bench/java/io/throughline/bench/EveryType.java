package io.throughline.bench;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.Feeling;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Thirty questions, every type among them, and complete answers to them. */
final class EveryType {

    static final int QUESTIONS = 30;

    private static final LocalizedText NONE = LocalizedText.en("");
    private static final int MOST = 5;

    private EveryType() {}

    static SurveyContent content(Generator generator) {
        return new SurveyContent(
                LocalizedText.en("Everything asked in every way"),
                LocalizedText.en("To measure it."),
                questions(() -> new QuestionId(generator.bulk().id())));
    }

    /** The first one is a choice of one of five, by which the others can be filtered. */
    static List<Question> questions(Supplier<QuestionId> id) {
        var makers = List.<Supplier<Question>>of(
                () -> new SingleChoice(id.get(), title("One"), NONE, true, items(5), false),
                () -> new MultipleChoice(id.get(), title("Some"), NONE, false, items(8), false),
                () -> new ChoiceOfK(id.get(), title("Three"), NONE, false, 3, items(10)),
                () -> new BestWorst(id.get(), title("Best and worst"), NONE, true, 4, 3, items(9), List.of())
                        .designed(),
                () -> new Kano(id.get(), title("There or not"), NONE, false, items(5)),
                () -> new Points(id.get(), title("Points"), NONE, false, items(6)),
                () -> new Pairwise(id.get(), title("Each against each"), NONE, false, items(4)),
                () -> new Ranking(id.get(), title("In order"), NONE, false, items(6)),
                () -> new ImportanceSatisfaction(id.get(), title("Matters most"), NONE, false, 3, items(10)),
                () -> new ImportanceSatisfactionByRating(id.get(), title("Rate both"), NONE, false, items(6)),
                () -> new Scale(id.get(), title("How good"), NONE, true, 1, 5, NONE, NONE),
                () -> new Nps(id.get(), title("Recommend"), NONE, true),
                () -> new NumberQuestion(id.get(), title("How many"), NONE, false, null, null, 0, NONE),
                () -> new DateQuestion(id.get(), title("When"), NONE, false, null, null),
                () -> new Text(id.get(), title("A line"), NONE, false, false),
                () -> new OwnWords(id.get(), title("What else"), NONE, false),
                () -> new FileQuestion(id.get(), title("A photo"), NONE, false, List.of(FileKind.values()), 2, 1));
        return IntStream.range(0, QUESTIONS)
                .mapToObj(at -> makers.get(at % makers.size()).get())
                .toList();
    }

    private static LocalizedText title(String title) {
        return LocalizedText.en(title);
    }

    private static List<Item> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> new Item("item" + at, LocalizedText.en("Service number " + at + " of the city")))
                .toList();
    }

    static Answer answer(Question question, RandomGenerator random) {
        return switch (question) {
            case SingleChoice one ->
                new SingleChoice.Answer(some(one.items(), 1, random).getFirst(), "");
            case MultipleChoice one ->
                new MultipleChoice.Answer(some(one.items(), 1 + random.nextInt(4), random), false, "");
            case ChoiceOfK one -> new ChoiceOfK.Answer(some(one.items(), one.choose(), random), false);
            case BestWorst one -> {
                var picks = new HashMap<Integer, BestWorst.Pick>();
                for (int set = 0; set < one.sets().size(); set++) {
                    var order = shuffled(one.sets().get(set), random);
                    picks.put(set, new BestWorst.Pick(order.get(0), order.get(1)));
                }
                yield new BestWorst.Answer(picks);
            }
            case Kano one -> {
                var pairs = new LinkedHashMap<String, Kano.Pair>();
                one.items().forEach(item -> pairs.put(item.key(), new Kano.Pair(feeling(random), feeling(random))));
                yield new Kano.Answer(pairs);
            }
            case Points one -> {
                var points = new LinkedHashMap<String, Integer>();
                int left = Points.TOTAL;
                for (var item : one.items().subList(1, one.items().size())) {
                    int given = random.nextInt(left / 2 + 1);
                    points.put(item.key(), given);
                    left -= given;
                }
                points.put(one.items().getFirst().key(), left);
                yield new Points.Answer(points);
            }
            case Pairwise one -> {
                var judgements = new LinkedHashMap<String, Integer>();
                one.pairs().forEach(pair -> {
                    int judgement = 1 + random.nextInt(MOST);
                    judgements.put(pair, judgement == 1 || random.nextBoolean() ? judgement : -judgement);
                });
                yield new Pairwise.Answer(judgements);
            }
            case Ranking one -> {
                var ranks = new LinkedHashMap<String, Integer>();
                var order = some(one.items(), one.items().size(), random);
                for (int at = 0; at < order.size(); at++) {
                    ranks.put(order.get(at), at + 1);
                }
                yield new Ranking.Answer(ranks);
            }
            case ImportanceSatisfaction one ->
                new ImportanceSatisfaction.Answer(
                        some(one.items(), one.choose(), random), false, ratings(one.items(), random));
            case ImportanceSatisfactionByRating one ->
                new ImportanceSatisfactionByRating.Answer(ratings(one.items(), random), ratings(one.items(), random));
            case Scale one -> new Scale.Answer(random.nextInt(one.least(), one.greatest() + 1));
            case Nps _ -> new Nps.Answer(random.nextInt(Nps.GREATEST + 1));
            case NumberQuestion _ -> new NumberQuestion.Answer(BigDecimal.valueOf(random.nextInt(500)));
            case DateQuestion _ ->
                new DateQuestion.Answer(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)));
            case Text _ -> new Text.Answer("The lights on " + random.nextInt(900) + "th Street go out early.");
            case OwnWords _ -> new OwnWords.Answer("Please mend the lights on " + random.nextInt(900) + "th Street.");
            case FileQuestion _ -> new FileQuestion.Answer(List.of());
        };
    }

    private static List<String> some(List<Item> items, int count, RandomGenerator random) {
        return shuffled(items.stream().map(Item::key).toList(), random).subList(0, count);
    }

    private static List<String> shuffled(List<String> keys, RandomGenerator random) {
        var order = new ArrayList<>(keys);
        Collections.shuffle(order, Random.from(random));
        return order;
    }

    private static Map<String, Integer> ratings(List<Item> items, RandomGenerator random) {
        var ratings = new LinkedHashMap<String, Integer>();
        items.forEach(item -> ratings.put(item.key(), 1 + random.nextInt(MOST)));
        return ratings;
    }

    private static Feeling feeling(RandomGenerator random) {
        return Feeling.values()[random.nextInt(MOST)];
    }
}
