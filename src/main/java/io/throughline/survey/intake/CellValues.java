package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.Pairwise;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the cells of a line say, by its kind: numbers, days, yes and no. Throws a refusal where one says nothing of its kind. */
record CellValues(Cells cells) {

    private static final int LONGEST_NUMBER = 40;
    private static final DateTimeFormatter BY_POINTS =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** Programs that know no whole number beside an empty cell write 5.0. */
    private static final Pattern NO_DECIMALS = Pattern.compile("(?<=\\d)[.,]0{1,2}$");

    /** Others write a day as the moment it begins. */
    private static final Pattern MIDNIGHT = Pattern.compile("(?<=\\d)[T ]00:00(:00(\\.0+)?)?Z?$");

    private static final Set<String> MARKS = Set.of("1", "y", "yes", "x", "true", "j", "ja");
    private static final Set<String> NO_MARKS = Set.of("", "0", "n", "no", "-", "false", "nein");

    boolean exported() {
        return cells.exported();
    }

    String of(@Nullable String column) {
        return cells.of(column);
    }

    String words(@Nullable String column) {
        return cells.words(column);
    }

    boolean isMarked(@Nullable String column) {
        var mark = undecimal(of(column)).toLowerCase(Locale.ROOT);
        if (!MARKS.contains(mark) && !NO_MARKS.contains(mark)) {
            throw new DomainException(SurveyError.IMPORT_NOT_A_MARK);
        }
        return MARKS.contains(mark);
    }

    /** Of constants numbered from 1. */
    <E> @Nullable E numbered(E[] constants, @Nullable String column) {
        return at(constants, whole(column, 1, constants.length));
    }

    /** Of constants numbered from 1. */
    static <E> @Nullable E at(E[] constants, @Nullable Integer number) {
        if (number == null) {
            return null;
        }
        if (number < 1 || number > constants.length) {
            throw new DomainException(SurveyError.RATING_OUT_OF_RANGE, 1, constants.length);
        }
        return constants[number - 1];
    }

    Map<String, Integer> judgements(@Nullable Map<String, String> keyByColumn) {
        return numbers(
                keyByColumn,
                column -> value(
                        column,
                        CellValues::judgement,
                        () -> new DomainException(SurveyError.IMPORT_NOT_A_JUDGEMENT, Pairwise.SCALE)));
    }

    private static Integer judgement(String text) {
        var judgement = wholeOf(text);
        if (!Pairwise.isJudgement(judgement)) {
            throw new NumberFormatException("no judgement");
        }
        return judgement;
    }

    /** By what their columns stand for. */
    Map<String, Integer> numbers(@Nullable Map<String, String> keyByColumn, int least, int greatest) {
        return numbers(keyByColumn, column -> whole(column, least, greatest));
    }

    private static Map<String, Integer> numbers(
            @Nullable Map<String, String> keyByColumn, Function<String, @Nullable Integer> read) {
        var numbers = new LinkedHashMap<String, Integer>();
        if (keyByColumn != null) {
            keyByColumn.forEach((column, key) -> {
                var value = read.apply(column);
                if (value != null) {
                    numbers.put(key, value);
                }
            });
        }
        return numbers;
    }

    /** The limits are for the message: what is a number, but too small or too large, is the question's to refuse. */
    @Nullable
    Integer whole(@Nullable String column, int least, int greatest) {
        return value(
                column,
                CellValues::wholeOf,
                () -> new DomainException(SurveyError.IMPORT_NOT_A_NUMBER, least, greatest));
    }

    private static Integer wholeOf(String text) {
        return Integer.valueOf(undecimal(text));
    }

    private static String undecimal(String text) {
        return NO_DECIMALS.matcher(text).replaceFirst("");
    }

    @Nullable
    BigDecimal decimal(@Nullable String column) {
        return value(column, CellValues::decimalOf, () -> new DomainException(SurveyError.IMPORT_NOT_A_DECIMAL));
    }

    /** Spreadsheets write a comma in many countries. */
    private static BigDecimal decimalOf(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("more digits than a number has");
        }
        return new BigDecimal(text.indexOf('.') < 0 ? text.replace(',', '.') : text);
    }

    @Nullable
    LocalDate day(@Nullable String column) {
        return value(column, CellValues::dayOf, () -> new DomainException(SurveyError.IMPORT_NOT_A_DATE));
    }

    /** With points the day always comes first; with strokes nobody knows. */
    private static LocalDate dayOf(String text) {
        var day = MIDNIGHT.matcher(text).replaceFirst("");
        return day.indexOf('.') < 0 ? LocalDate.parse(day) : LocalDate.parse(day, BY_POINTS);
    }

    private <T> @Nullable T value(
            @Nullable String column, Function<String, T> parse, Supplier<DomainException> otherwise) {
        var text = of(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (NumberFormatException | DateTimeException e) {
            throw otherwise.get();
        }
    }
}
