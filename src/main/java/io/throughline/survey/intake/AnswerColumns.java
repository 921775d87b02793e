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
import io.throughline.survey.results.ExportedTable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One question's columns in a line of a file, read as an answer to it. */
record AnswerColumns(Cells cells, ImportMap.Part part) {

    private static final int LONGEST_NUMBER = 40;
    private static final Pattern CODE = Pattern.compile("[0-9]{1,4}");
    private static final Set<String> MARKS = Set.of("1", "y", "yes", "x", "true", "j", "ja");
    private static final Set<String> NO_MARKS = Set.of("", "0", "n", "no", "-", "false", "nein");

    /** Whether the map names the columns this type of question needs, and none it has no use for. */
    static boolean fit(Question question, ImportMap.Part part) {
        return switch (question) {
            case Kano _ -> part.there() != null && part.missing() != null;
            case Ranking _ -> part.ranks() != null;
            case Pairwise _ -> part.judgements() != null;
            case SingleChoice one -> part.chosen() != null && (one.other() || part.other() == null);
            case MultipleChoice one -> part.namesItems() && (one.other() || part.other() == null);
            case ChoiceOfK _ -> part.namesItems();
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
            case ChoiceOfK one -> {
                var named = named(one);
                yield new ChoiceOfK.Answer(named, none(named));
            }
            case BestWorst one -> picked(one);
            case ImportanceSatisfaction one -> rated(one);
            case ImportanceSatisfactionByRating one -> bothRated(one);
            case Points _ -> new Points.Answer(numbers(part.points()));
            case Scale _ -> new Scale.Answer(whole(part.step()));
            case Nps _ -> new Nps.Answer(whole(part.step()));
            case NumberQuestion _ -> new NumberQuestion.Answer(number());
            case DateQuestion _ -> new DateQuestion.Answer(day());
            case FileQuestion one -> one.blank();
            case Text _ -> new Text.Answer(cells.words(part.words()));
            case OwnWords _ ->
                new OwnWords.Answer(
                        cells.words(part.words()),
                        cells.words(part.who()),
                        numbered(OwnWords.Often.values(), whole(part.often())),
                        numbered(OwnWords.Badly.values(), whole(part.badly())));
        };
    }

    private SingleChoice.Answer chosen(SingleChoice question) {
        var words = cells.words(part.other());
        var key = cell(part.chosen());
        if (key.isEmpty()) {
            return new SingleChoice.Answer(words.isEmpty() ? null : Other.KEY, words);
        }
        return new SingleChoice.Answer(keyOf(question, part.chosen(), key), words);
    }

    private MultipleChoice.Answer severalChosen(MultipleChoice question) {
        var words = cells.words(part.other());
        var keys = new ArrayList<>(named(question));
        if (!words.isEmpty()) {
            keys.add(Other.KEY);
        }
        return new MultipleChoice.Answer(keys, none(keys), words);
    }

    private List<String> named(Question question) {
        var named = new ArrayList<String>();
        if (part.named() != null) {
            for (var column : part.named()) {
                var said = cell(column);
                if (!said.isEmpty()) {
                    named.add(keyOf(question, column, said));
                }
            }
        }
        if (part.marked() != null) {
            part.marked().forEach((column, key) -> {
                if (isMarked(column)) {
                    named.add(key);
                }
            });
        }
        return named;
    }

    private boolean none(List<String> named) {
        return isMarked(part.none()) || part.noneIfEmpty() && named.isEmpty();
    }

    private boolean isMarked(@Nullable String column) {
        var mark = cell(column).toLowerCase(Locale.ROOT);
        if (!MARKS.contains(mark) && !NO_MARKS.contains(mark)) {
            throw new DomainException(SurveyError.IMPORT_NOT_A_MARK, String.valueOf(column), mark);
        }
        return MARKS.contains(mark);
    }

    /** Other tools write what people read: an item may be named by its text, too. An export has its place for it. */
    private String keyOf(Question question, @Nullable String column, String said) {
        if (cells.exported() && CODE.matcher(said).matches()) {
            return coded(question, column, Integer.parseInt(said));
        }
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

    private static String coded(Question question, @Nullable String column, int code) {
        var items = question.items();
        if (code == ExportedTable.SOMETHING_ELSE && question instanceof SingleChoice one && one.other()) {
            return Other.KEY;
        }
        if (code < 1 || code > items.size()) {
            throw new DomainException(SurveyError.IMPORT_NO_SUCH_CODE, String.valueOf(column), code, items.size());
        }
        return items.get(code - 1).key();
    }

    private ImportanceSatisfaction.Answer rated(ImportanceSatisfaction question) {
        var named = named(question);
        boolean none = none(named);
        var satisfaction = numbers(part.satisfaction());
        // An export says "don't know" itself.
        if (cells.exported() || named.isEmpty() && !none && satisfaction.isEmpty()) {
            return new ImportanceSatisfaction.Answer(named, none, satisfaction);
        }
        var known = new LinkedHashMap<>(satisfaction);
        if (part.satisfaction() != null) {
            part.satisfaction().values().forEach(key -> known.putIfAbsent(key, ImportanceSatisfaction.DONT_KNOW));
        }
        return new ImportanceSatisfaction.Answer(named, none, known);
    }

    /** Who rated something at all did not know what is empty; an export says so itself. */
    private ImportanceSatisfactionByRating.Answer bothRated(ImportanceSatisfactionByRating question) {
        var importance = new LinkedHashMap<>(numbers(part.importance()));
        var satisfaction = new LinkedHashMap<>(numbers(part.satisfaction()));
        if (!cells.exported() && !(importance.isEmpty() && satisfaction.isEmpty())) {
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
            var pick = new BestWorst.Pick(key(question, part.best(), set), key(question, part.worst(), set));
            if (pick.best() != null || pick.worst() != null) {
                picks.put(set, pick);
            }
        }
        return new BestWorst.Answer(picks);
    }

    private @Nullable String key(BestWorst question, @Nullable List<String> columns, int set) {
        if (columns == null) {
            return null;
        }
        var said = cell(columns.get(set));
        return said.isEmpty() ? null : keyOf(question, columns.get(set), said);
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
        return cells.of(column);
    }
}
