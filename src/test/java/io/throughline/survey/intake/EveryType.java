package io.throughline.survey.intake;

import io.throughline.shared.LocalizedText;
import io.throughline.support.Fixtures;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A survey with a question of every type, in two languages, and answers to it drawn from a seed. */
public final class EveryType {

    private static final int STEPS = 5;

    /** What people write, some of it what a spreadsheet would run. */
    private static final List<String> WORDS =
            List.of("=1+1", "'=quoted", "''+twice", "-5 °C in the hall", "@home", "A lamp, \"here\"", "'tis dark");

    /** As {@link #WORDS}, over several lines. */
    private static final List<String> PAGES = List.of(
            "A lamp.\nAnd a bench,\n\n\"soon\".\n",
            "\n=1+1",
            "  From a letter:\r\n=2+2\r\n'=3\r\n",
            "\r@home\r'@there\r\t+5",
            "-\n-\n'tis dark");

    private final Random random;

    public EveryType(long seed) {
        random = new Random(seed);
    }

    /** @param items how many there are to judge in most of them */
    public static SurveyContent content(int items) {
        var scale =
                new Scale(QuestionId.next(), text("How hard?"), none(), false, 1, STEPS, text("easy"), text("hard"));
        var only = new Section(SectionId.ONLY, none(), none(), Condition.ALWAYS, entries(scale, items));
        return new SurveyContent(
                SurveyContent.SCHEMA,
                text(Fixtures.unique("Everything")),
                text("To know."),
                List.of(only),
                Paging.QUESTION,
                List.of("en", "de"),
                Confidentiality.NAMED,
                SurveyContent.USUAL_GROUP,
                Counting.IN_STEPS);
    }

    private static List<Entry> entries(Scale scale, int items) {
        var hard = Condition.all(
                new Comparison(scale.id(), new Claim.Amount(Claim.Order.AT_LEAST, "", BigDecimal.valueOf(3))));
        var questions = List.<Function<QuestionId, Question>>of(
                id -> new BestWorst(id, text("Best?"), none(), false, 3, 3, items(items), List.of()).designed(),
                id -> new Kano(id, text("Feel?"), none(), false, items(items)),
                id -> new Points(id, text("Points?"), none(), false, items(items)),
                id -> new Pairwise(id, text("Pairs?"), none(), false, items(items)),
                id -> new Ranking(id, text("Order?"), none(), false, items(items)),
                id -> new ImportanceSatisfaction(id, text("Matters?"), none(), false, 2, items(items)),
                id -> new ImportanceSatisfactionByRating(id, text("Rate?"), none(), false, items(items)),
                id -> new ChoiceOfK(id, text("Few?"), none(), false, 2, items(items)),
                id -> new SingleChoice(id, text("One?"), none(), false, items(items), true),
                id -> new MultipleChoice(id, text("Several?"), none(), false, items(items), true),
                id -> new NumberQuestion(
                        id, text("Number?"), none(), false, new BigDecimal("-50"), new BigDecimal("50"), 1, text("km")),
                id -> new DateQuestion(id, text("Day?"), none(), false, null, null),
                id -> new Text(id, text("Street?"), none(), false, false),
                id -> new Text(id, text("Story?"), none(), false, true),
                id -> new OwnWords(id, text("Need?"), none(), false),
                id -> new FileQuestion(id, text("File?"), none(), false, List.of(FileKind.PDF), 1, 1));
        var entries = new ArrayList<Entry>();
        entries.add(Entry.of("hard", scale));
        entries.add(Entry.of("nps", new Nps(QuestionId.next(), text("Recommend?"), none(), false))
                .with(hard));
        questions.forEach(question -> entries.add(Entry.of("c" + entries.size(), question.apply(QuestionId.next()))));
        return entries;
    }

    /** Answers of one person: some questions are left, and what is not shown is not answered. */
    public Map<QuestionId, Answer> answers(SurveyContent content) {
        var answers = new LinkedHashMap<QuestionId, Answer>();
        int step = 1 + random.nextInt(STEPS);
        for (var question : content.questions()) {
            boolean hidden = question instanceof Nps && step < 3;
            if (!hidden
                    && !(question instanceof FileQuestion)
                    && (question instanceof Scale || random.nextInt(6) > 0)) {
                answers.put(question.id(), question instanceof Scale ? new Scale.Answer(step) : answer(question));
            }
        }
        return answers;
    }

    private Answer answer(Question question) {
        var keys = shuffled(question);
        return switch (question) {
            case SingleChoice _ ->
                random.nextInt(4) == 0
                        ? new SingleChoice.Answer(Other.KEY, words())
                        : new SingleChoice.Answer(keys.getFirst(), "");
            case MultipleChoice _ ->
                switch (random.nextInt(4)) {
                    case 0 -> new MultipleChoice.Answer(List.of(), true, "");
                    case 1 -> new MultipleChoice.Answer(List.of(keys.getFirst(), Other.KEY), false, words());
                    // Words that were written, and then not chosen.
                    case 2 -> new MultipleChoice.Answer(keys.subList(0, 1), false, words());
                    default -> new MultipleChoice.Answer(keys.subList(0, 2), false, "");
                };
            case ChoiceOfK _ ->
                random.nextInt(4) == 0
                        ? new ChoiceOfK.Answer(List.of(), true)
                        : new ChoiceOfK.Answer(keys.subList(0, 2), false);
            case Kano _ ->
                new Kano.Answer(each(keys, () -> new Kano.Pair(any(Feeling.values()), any(Feeling.values()))));
            case Ranking _ -> new Ranking.Answer(each(keys.subList(0, 2), () -> random.nextInt(3) == 0 ? 2 : 1));
            case Pairwise _ ->
                new Pairwise.Answer(each(
                        pairs(question), () -> random.nextBoolean() ? 1 + random.nextInt(9) : -2 - random.nextInt(8)));
            case BestWorst one -> {
                var picks = new LinkedHashMap<Integer, BestWorst.Pick>();
                for (int set = 0; set < one.sets().size(); set++) {
                    var shown = new ArrayList<>(one.sets().get(set));
                    Collections.shuffle(shown, random);
                    picks.put(set, new BestWorst.Pick(shown.getFirst(), shown.getLast()));
                }
                yield new BestWorst.Answer(picks);
            }
            case ImportanceSatisfaction _ ->
                new ImportanceSatisfaction.Answer(
                        keys.subList(0, 1), false, each(keys.subList(1, 3), () -> random.nextInt(6)));
            case ImportanceSatisfactionByRating _ ->
                new ImportanceSatisfactionByRating.Answer(
                        each(keys, () -> random.nextInt(6)), each(keys, () -> random.nextInt(6)));
            case Points _ -> new Points.Answer(Map.of(keys.get(0), 70, keys.get(1), 30));
            case Nps _ -> new Nps.Answer(random.nextInt(11));
            case NumberQuestion _ -> new NumberQuestion.Answer(BigDecimal.valueOf(random.nextInt(1_000) - 500, 1));
            case DateQuestion _ ->
                new DateQuestion.Answer(LocalDate.of(2027, 1, 1).plusDays(random.nextInt(300)));
            case Text one -> new Text.Answer(one.lines() ? page() : words());
            case OwnWords _ ->
                new OwnWords.Answer(page(), page(), any(OwnWords.Often.values()), any(OwnWords.Badly.values()));
            case Scale _, FileQuestion _ -> throw new AssertionError("answered elsewhere, or not at all");
        };
    }

    private List<String> shuffled(Question question) {
        var keys = question.items().stream().map(Item::key).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(keys, random);
        return keys;
    }

    private static List<String> pairs(Question question) {
        return ImportSlots.pairs(question.items().stream().map(Item::key).toList());
    }

    private static <V> Map<String, V> each(List<String> keys, Supplier<V> value) {
        var map = new LinkedHashMap<String, V>();
        keys.forEach(key -> map.put(key, value.get()));
        return map;
    }

    private String words() {
        return any(WORDS.toArray(String[]::new));
    }

    private String page() {
        return random.nextBoolean() ? words() : any(PAGES.toArray(String[]::new));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static List<Item> items(int count) {
        return IntStream.rangeClosed(1, count)
                // Keys that are no places, and texts that look like codes of others.
                .mapToObj(number -> new Item("k" + (count - number), text(String.valueOf(count + 1 - number))))
                .toList();
    }

    private static LocalizedText text(String english) {
        return LocalizedText.en(english).with(Locale.GERMAN, english + " (de)");
    }

    private static LocalizedText none() {
        return new LocalizedText(Map.of());
    }
}
