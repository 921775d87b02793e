package io.throughline.survey.foreign;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is set about a question of LimeSurvey.
 *
 * @param code of the question
 * @param rows one for each name, or for each in every language
 * @param all by their names
 */
record LimeAttributes(Sketch sketch, String code, List<Map<String, String>> rows, Map<String, String> all) {

    /** What changes how a question may be answered, and has no equal here. */
    private static final List<String> SETTINGS = List.of(
            "array_filter",
            "array_filter_exclude",
            "exclude_all_others",
            "exclude_all_others_auto",
            "min_answers",
            "max_answers",
            "em_validation_q",
            "em_validation_q_tip",
            "em_validation_sq",
            "em_validation_sq_tip",
            "equals_num_value",
            "location_mapservice",
            "min_num_of_files",
            "min_num_value",
            "max_num_value",
            "min_num_value_n",
            "max_num_value_n",
            "min_num_value_sgqa",
            "max_num_value_sgqa",
            "equals_num_value_sgqa",
            "other_position",
            "assessment_value",
            "placeholder",
            "printable_help",
            "hidden",
            "prefix",
            "suffix",
            "random_group",
            "other_replace_text",
            "other_numbers_only",
            "other_comment_mandatory",
            "maximum_chars",
            "numbers_only",
            "max_subquestions",
            "ranking_slots",
            "slider_accuracy",
            "slider_default",
            "time_limit");

    private static final int USUAL_MEGABYTES = 10;

    /** In a megabyte, as they are counted there. */
    private static final int KILOBYTES = 1_024;

    private static final List<String> ORDERS =
            List.of("random_order", "answer_order", "subquestion_order", "alphasort");

    private static final Map<FileKind, List<String>> ENDINGS = Map.of(
            FileKind.PICTURE, List.of("png", "jpg", "jpeg", "gif", "webp"),
            FileKind.PDF, List.of("pdf"),
            FileKind.OFFICE, List.of("doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp"),
            FileKind.TEXT, List.of("txt", "csv"));

    /** @param code of the question, which the file calls by its id elsewhere */
    static LimeAttributes of(LimeTables tables, Sketch sketch, String id, String code) {
        var rows = tables.rows("question_attributes", "qid", id);
        var all = rows.stream()
                .collect(Collectors.toMap(
                        row -> row.getOrDefault("attribute", ""),
                        row -> row.getOrDefault("value", ""),
                        // Of one for each language, the first may be the one nothing is written in yet.
                        (first, next) -> first.isBlank() ? next : first));
        return new LimeAttributes(sketch, code, rows, all);
    }

    /** What it says in each language. */
    Map<String, String> texts(LimeTexts texts, String name) {
        var said = new TreeMap<String, String>();
        rows.stream()
                .filter(row -> row.getOrDefault("attribute", "").equals(name))
                .filter(row -> !row.getOrDefault("value", "").isBlank())
                .forEach(row -> texts.put(said, row.getOrDefault("language", ""), row.getOrDefault("value", "")));
        return said;
    }

    /** Empty where it isn't set. */
    String text(String name) {
        return all.getOrDefault(name, "").strip();
    }

    boolean is(String name, String value) {
        return text(name).equals(value);
    }

    private boolean isSet(String name) {
        var value = text(name);
        return !value.isEmpty() && !value.equals("0") && !value.equals("N");
    }

    /** Names a setting as left behind. */
    void left(String name) {
        sketch.left(code, What.SETTING, name + ": " + text(name));
    }

    /** Names what is set and has no equal here. @param carried what has one in this question */
    void left(Predicate<String> carried) {
        SETTINGS.stream().filter(name -> isSet(name) && !carried.test(name)).forEach(this::left);
    }

    /** Names a form of dates that asks for more or less than a day. */
    void leftUnlessDay(String name) {
        var format = text(name).toLowerCase(Locale.ROOT);
        if (!format.isEmpty() && (!format.contains("d") || format.contains("hh"))) {
            left(name);
        }
    }

    boolean isShuffled() {
        return ORDERS.stream().anyMatch(this::isRandom);
    }

    private boolean isRandom(String name) {
        return is(name, "random") || name.equals("random_order") && is(name, "1");
    }

    /** Names orders that can't be kept. @param shuffled whether a random one can */
    void leftOrders(boolean shuffled) {
        ORDERS.stream()
                .filter(name -> isSet(name) && !is(name, "normal") && !(shuffled && isRandom(name)))
                .forEach(this::left);
    }

    /** Null where none is set; what is computed there can't be said here. */
    @Nullable
    BigDecimal number(String name) {
        var number = Sketch.number(text(name));
        if (number.isEmpty() && !text(name).isEmpty()) {
            left(name);
        }
        return number.orElse(null);
    }

    int whole(String name, int usual) {
        return Sketch.number(text(name)).map(Number::intValue).orElse(usual);
    }

    DateQuestion day(LocalizedText title, LocalizedText help, boolean required) {
        return new DateQuestion(QuestionId.next(), title, help, required, day("date_min"), day("date_max"));
    }

    FileQuestion file(LocalizedText title, LocalizedText help, boolean required) {
        if (!is("show_title", "0") || !is("show_comment", "0")) {
            sketch.left(code, What.COMMENT, "|");
        }
        int most = whole("max_num_of_files", 1);
        if (most > FileQuestion.MOST_FILES) {
            left("max_num_of_files");
        }
        int kilobytes = whole("max_filesize", USUAL_MEGABYTES * 1_000);
        // Its usual 10,240 are ten megabytes as well, counted in another way.
        if (kilobytes > FileQuestion.MOST_MEGABYTES * KILOBYTES) {
            left("max_filesize");
        }
        return new FileQuestion(
                QuestionId.next(),
                title,
                help,
                required,
                kinds(),
                Math.clamp(most, 1, FileQuestion.MOST_FILES),
                Math.clamp(Math.ceilDiv(kilobytes, 1_000), 1, FileQuestion.MOST_MEGABYTES));
    }

    private @Nullable LocalDate day(String name) {
        var written = text(name);
        try {
            return written.isEmpty()
                    ? null
                    : LocalDate.parse(written.length() > 10 ? written.substring(0, 10) : written);
        } catch (DateTimeParseException e) {
            left(name);
            return null;
        }
    }

    /** By the endings that are allowed; any where none of them is known here. */
    private List<FileKind> kinds() {
        var endings = Arrays.stream(
                        text("allowed_filetypes").toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(ending -> !ending.isEmpty())
                .toList();
        if (!endings.stream().allMatch(ending -> ENDINGS.values().stream().anyMatch(all -> all.contains(ending)))) {
            left("allowed_filetypes");
        }
        var kinds = Stream.of(FileKind.values())
                .filter(kind -> ENDINGS.getOrDefault(kind, List.of()).stream().anyMatch(endings::contains))
                .toList();
        return kinds.isEmpty() ? List.of(FileKind.values()) : kinds;
    }
}
