package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyError;
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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One question's columns in a line of a file, read as an answer to it. */
record AnswerColumns(CSVRecord row, ImportMap.Part part) {

    private static final int LONGEST_NUMBER = 40;

    /** Whether the map names the columns this type of question needs, and none it has no use for. */
    static boolean fit(Question question, ImportMap.Part part) {
        return switch (question) {
            case Kano _ -> part.there() != null && part.missing() != null;
            case Ranking _ -> part.ranks() != null;
            case Pairwise _ -> part.judgements() != null;
            case SingleChoice one -> part.chosen() != null && (one.other() || part.other() == null);
            case MultipleChoice one -> part.named() != null && (one.other() || part.other() == null);
            case ChoiceOfK _ -> part.named() != null;
            case BestWorst one ->
                part.best() != null
                        && part.worst() != null
                        && part.best().size() == one.sets().size()
                        && part.worst().size() == one.sets().size();
            case ImportanceSatisfaction _ -> part.points() == null && part.words() == null;
            case ImportanceSatisfactionByRating _ -> part.importance() != null && part.satisfaction() != null;
            case Points _ -> part.points() != null && part.named() == null && part.satisfaction() == null;
            case Scale _, Nps _ -> part.step() != null;
            case NumberQuestion _ -> part.number() != null;
            case DateQuestion _ -> part.day() != null;
            // A file of answers holds no files.
            case FileQuestion _ -> false;
            case Text _, OwnWords _ -> part.words() != null && part.named() == null && part.points() == null;
        };
    }

    /** @throws DomainException where a cell is no value of its kind */
    Answer read(Question question) {
        return switch (question) {
            case Kano _ -> felt();
            case Ranking _ -> new Ranking.Answer(numbers(part.ranks()));
            case Pairwise _ -> new Pairwise.Answer(numbers(part.judgements()));
            case SingleChoice one -> chosen(one);
            case MultipleChoice one -> severalChosen(one);
            case ChoiceOfK one ->
                new ChoiceOfK.Answer(
                        named(one), part.noneIfEmpty() && named(one).isEmpty());
            case BestWorst one -> picked(one);
            case ImportanceSatisfaction one -> rated(one);
            case ImportanceSatisfactionByRating one -> bothRated(one);
            case Points _ -> new Points.Answer(numbers(part.points()));
            case Scale _ -> new Scale.Answer(whole(part.step()));
            case Nps _ -> new Nps.Answer(whole(part.step()));
            case NumberQuestion _ -> new NumberQuestion.Answer(number());
            case DateQuestion _ -> new DateQuestion.Answer(day());
            case FileQuestion one -> one.blank();
            case Text _ -> new Text.Answer(cell(part.words()));
            case OwnWords _ ->
                new OwnWords.Answer(
                        cell(part.words()),
                        cell(part.who()),
                        numbered(OwnWords.Often.values(), whole(part.often())),
                        numbered(OwnWords.Badly.values(), whole(part.badly())));
        };
    }

    private SingleChoice.Answer chosen(SingleChoice question) {
        var words = cell(part.other());
        var key = cell(part.chosen());
        if (key.isEmpty()) {
            return new SingleChoice.Answer(words.isEmpty() ? null : Other.KEY, words);
        }
        return new SingleChoice.Answer(keyOf(question, key), words);
    }

    private MultipleChoice.Answer severalChosen(MultipleChoice question) {
        var words = cell(part.other());
        var keys = new ArrayList<>(named(question));
        if (!words.isEmpty()) {
            keys.add(Other.KEY);
        }
        return new MultipleChoice.Answer(keys, keys.isEmpty() && part.noneIfEmpty(), words);
    }

    private List<String> named(Question question) {
        return part.named() == null
                ? List.of()
                : part.named().stream()
                        .map(this::cell)
                        .filter(key -> !key.isEmpty())
                        .map(key -> keyOf(question, key))
                        .toList();
    }

    /** Other tools write what people read: an item may be named by its text, too. */
    private static String keyOf(Question question, String said) {
        return question.items().stream()
                .filter(item -> item.key().equals(said))
                .findFirst()
                .or(() -> question.items().stream()
                        .filter(item -> item.text().texts().values().stream()
                                .anyMatch(text -> text.strip().equalsIgnoreCase(said)))
                        .findFirst())
                .map(Item::key)
                .orElse(said);
    }

    private ImportanceSatisfaction.Answer rated(ImportanceSatisfaction question) {
        var named = named(question);
        boolean none = part.noneIfEmpty() && named.isEmpty();
        var satisfaction = numbers(part.satisfaction());
        if (named.isEmpty() && !none && satisfaction.isEmpty()) {
            return new ImportanceSatisfaction.Answer(List.of(), false, Map.of());
        }
        var known = new LinkedHashMap<>(satisfaction);
        if (part.satisfaction() != null) {
            part.satisfaction().values().forEach(key -> known.putIfAbsent(key, ImportanceSatisfaction.DONT_KNOW));
        }
        return new ImportanceSatisfaction.Answer(named, none, known);
    }

    /** Who rated something at all did not know what is empty. */
    private ImportanceSatisfactionByRating.Answer bothRated(ImportanceSatisfactionByRating question) {
        var importance = new LinkedHashMap<>(numbers(part.importance()));
        var satisfaction = new LinkedHashMap<>(numbers(part.satisfaction()));
        if (!importance.isEmpty() || !satisfaction.isEmpty()) {
            question.items().forEach(item -> {
                importance.putIfAbsent(item.key(), ImportanceSatisfactionByRating.DONT_KNOW);
                satisfaction.putIfAbsent(item.key(), ImportanceSatisfactionByRating.DONT_KNOW);
            });
        }
        return new ImportanceSatisfactionByRating.Answer(importance, satisfaction);
    }

    private BestWorst.Answer picked(BestWorst question) {
        var picks = new LinkedHashMap<Integer, BestWorst.Pick>();
        for (int set = 0; set < question.sets().size(); set++) {
            var pick = new BestWorst.Pick(key(part.best(), set), key(part.worst(), set));
            if (pick.best() != null || pick.worst() != null) {
                picks.put(set, pick);
            }
        }
        return new BestWorst.Answer(picks);
    }

    private @Nullable String key(@Nullable List<String> columns, int at) {
        var key = columns == null ? "" : cell(columns.get(at));
        return key.isEmpty() ? null : key;
    }

    private Kano.Answer felt() {
        var there = numbers(part.there());
        var missing = numbers(part.missing());
        var feelings = Kano.Feeling.values();
        var pairs = new LinkedHashMap<String, Kano.Pair>();
        Stream.concat(there.keySet().stream(), missing.keySet().stream())
                .distinct()
                .forEach(key -> pairs.put(
                        key, new Kano.Pair(numbered(feelings, there.get(key)), numbered(feelings, missing.get(key)))));
        return new Kano.Answer(pairs);
    }

    /** Of constants numbered from 1. */
    private static <E> @Nullable E numbered(E[] constants, @Nullable Integer number) {
        if (number == null) {
            return null;
        }
        if (number < 1 || number > constants.length) {
            throw new DomainException(SurveyError.RATING_OUT_OF_RANGE, 1, constants.length);
        }
        return constants[number - 1];
    }

    private Map<String, Integer> numbers(@Nullable Map<String, String> keyByColumn) {
        var numbers = new LinkedHashMap<String, Integer>();
        if (keyByColumn != null) {
            keyByColumn.forEach((column, key) -> {
                var value = whole(column);
                if (value != null) {
                    numbers.put(key, value);
                }
            });
        }
        return numbers;
    }

    private @Nullable Integer whole(@Nullable String column) {
        return value(column, SurveyError.IMPORT_NOT_A_NUMBER, Integer::valueOf);
    }

    /** Spreadsheets write a comma in many countries. */
    private @Nullable BigDecimal number() {
        return value(part.number(), SurveyError.IMPORT_NOT_A_DECIMAL, AnswerColumns::decimal);
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("more digits than a number has");
        }
        return new BigDecimal(text.indexOf('.') < 0 ? text.replace(',', '.') : text);
    }

    private @Nullable LocalDate day() {
        return value(part.day(), SurveyError.IMPORT_NOT_A_DATE, LocalDate::parse);
    }

    private <T> @Nullable T value(@Nullable String column, SurveyError otherwise, Function<String, T> parse) {
        var text = cell(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (NumberFormatException | DateTimeException e) {
            throw new DomainException(otherwise, String.valueOf(column), text);
        }
    }

    private String cell(@Nullable String column) {
        return column == null ? "" : ImportRun.cell(row, column);
    }
}
