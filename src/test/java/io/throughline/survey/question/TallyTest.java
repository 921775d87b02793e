package io.throughline.survey.question;

import static io.throughline.survey.question.Asked.NOTHING;
import static io.throughline.survey.question.Asked.TITLE;
import static io.throughline.survey.question.Asked.items;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.FileId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Draws;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Tally;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of answers says the same as the answers: whatever was taken back, stored and put together meanwhile. */
class TallyTest {

    private static final long SEED = 20261128;
    private static final Settings SETTINGS = Settings.STANDARD;
    private static final String[] KEYS = {"a", "b", "c", "d", "e"};

    static Stream<Arguments> types() {
        var id = QuestionId.next();
        var items = items(KEYS);
        var sets = new BestWorst(id, TITLE, NOTHING, false, 3, 3, items, List.of()).designed();
        var pairs = new Pairwise(id, TITLE, NOTHING, false, items);
        return Stream.of(
                type(
                        new SingleChoice(id, TITLE, NOTHING, false, items, true),
                        random -> new SingleChoice.Answer(random.nextInt(9) == 0 ? null : key(random), "")),
                type(
                        new MultipleChoice(id, TITLE, NOTHING, false, items, false),
                        random -> new MultipleChoice.Answer(some(random), random.nextInt(5) == 0, "")),
                type(
                        new ChoiceOfK(id, TITLE, NOTHING, false, 2, items),
                        random -> new ChoiceOfK.Answer(some(random), false)),
                type(sets, random -> {
                    var picks = new HashMap<Integer, BestWorst.Pick>();
                    for (int at = 0; at < sets.sets().size(); at++) {
                        var shown = new ArrayList<>(sets.sets().get(at));
                        Collections.shuffle(shown, random);
                        picks.put(at, new BestWorst.Pick(shown.get(0), random.nextInt(9) == 0 ? null : shown.get(1)));
                    }
                    return new BestWorst.Answer(picks);
                }),
                type(pairs, random -> {
                    var judgements = new HashMap<String, Integer>();
                    pairs.pairs().forEach(pair -> {
                        int judgement = random.nextInt(2, 10) * (random.nextBoolean() ? 1 : -1);
                        judgements.put(pair, random.nextInt(5) == 0 ? 1 : judgement);
                    });
                    return new Pairwise.Answer(random.nextInt(9) == 0 ? Map.of() : judgements);
                }),
                type(
                        new Ranking(id, TITLE, NOTHING, false, items),
                        random -> new Ranking.Answer(numbers(random, 1, 5))),
                type(new Kano(id, TITLE, NOTHING, false, items), random -> {
                    var given = new HashMap<String, Kano.Pair>();
                    some(random).forEach(key -> given.put(key, new Kano.Pair(feeling(random), feeling(random))));
                    return new Kano.Answer(given);
                }),
                type(
                        new ImportanceSatisfaction(id, TITLE, NOTHING, false, 3, items),
                        random -> new ImportanceSatisfaction.Answer(
                                some(random), random.nextInt(9) == 0, numbers(random, 0, 5))),
                type(
                        new ImportanceSatisfactionByRating(id, TITLE, NOTHING, false, items),
                        random -> new ImportanceSatisfactionByRating.Answer(
                                numbers(random, 0, 5), numbers(random, 0, 5))),
                type(
                        new Points(id, TITLE, NOTHING, false, items),
                        random -> new Points.Answer(numbers(random, 0, 100))),
                type(
                        new Scale(id, TITLE, NOTHING, false, 1, 5, NOTHING, NOTHING),
                        random -> new Scale.Answer(random.nextInt(1, 6))),
                type(new Nps(id, TITLE, NOTHING, false), random -> new Nps.Answer(random.nextInt(11))),
                type(
                        new NumberQuestion(id, TITLE, NOTHING, false, null, null, 2, NOTHING),
                        random -> new NumberQuestion.Answer(BigDecimal.valueOf(random.nextInt(-500, 90_000), 2))),
                type(
                        new DateQuestion(id, TITLE, NOTHING, false, null, null),
                        random ->
                                new DateQuestion.Answer(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)))),
                type(
                        new FileQuestion(id, TITLE, NOTHING, false, List.of(FileKind.values()), 5, 1),
                        random -> new FileQuestion.Answer(IntStream.range(0, random.nextInt(3))
                                .mapToObj(_ -> FileId.next())
                                .toList())),
                type(
                        new Text(id, TITLE, NOTHING, false, true),
                        random -> new Text.Answer(random.nextBoolean() ? "" : "word")),
                type(
                        new OwnWords(id, TITLE, NOTHING, false),
                        random -> new OwnWords.Answer(random.nextBoolean() ? "" : "word")));
    }

    private static Arguments type(Question question, Function<Random, Answer> answer) {
        return Arguments.argumentSet(question.method().name(), question, answer);
    }

    private static String key(Random random) {
        return KEYS[random.nextInt(KEYS.length)];
    }

    private static List<String> some(Random random) {
        return Stream.of(KEYS).filter(_ -> random.nextInt(3) == 0).toList();
    }

    private static Map<String, Integer> numbers(Random random, int least, int greatest) {
        var numbers = new LinkedHashMap<String, Integer>();
        some(random).forEach(key -> numbers.put(key, random.nextInt(least, greatest + 1)));
        return numbers;
    }

    private static Feeling feeling(Random random) {
        return Feeling.values()[random.nextInt(5)];
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsKeptSaysWhatTheAnswersSay(Question question, Function<Random, Answer> answer) {
        var random = new Random(SEED);
        var given = IntStream.range(0, 120)
                .mapToObj(i -> new Given(
                        new Respondent(new UUID(random.nextLong(), i), new UUID(1, i % 4), 1 + i % 4),
                        answer.apply(random)))
                .toList();
        var cells = new HashMap<List<Object>, Cell>();
        for (var one : given) {
            // Two weeks an organisation; everything was something else before, and was stored meanwhile.
            var place = List.<Object>of(one.by().organisation(), random.nextInt(2));
            var draws = Draws.of(one.by().response(), SETTINGS);
            var cell = cells.computeIfAbsent(place, _ -> new Cell(question.layout(), SETTINGS.replicates()));
            var before = answer.apply(random);
            question.measured(before).ifPresent(measured -> cell.add(draws, Measure.of(question.layout(), measured)));
            var stored = Cell.decoded(question.layout(), SETTINGS.replicates(), cell.encoded());
            question.measured(before)
                    .ifPresent(measured -> stored.remove(draws, Measure.of(question.layout(), measured)));
            question.measured(one.answer())
                    .ifPresent(measured -> stored.add(draws, Measure.of(question.layout(), measured)));
            cells.put(place, stored);
        }
        var tally = new Tally(question.layout(), SETTINGS);
        cells.forEach((place, cell) -> {
            var organisation = (UUID) place.getFirst();
            tally.add(organisation, 1 + organisation.getLeastSignificantBits(), cell);
        });

        assertThat(question.result(tally)).isEqualTo(question.score(given, SETTINGS));
    }
}
