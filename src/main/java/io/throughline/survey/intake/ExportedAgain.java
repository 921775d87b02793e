package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Question;
import io.throughline.survey.results.ExportedTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The portal's own export of responses, given again for a survey that asks the same. Its columns name questions and items by
 * their places, so that all of them are known without guessing; a question whose columns are others than here is left out as a
 * whole.
 */
public final class ExportedAgain {

    private static final int SHOWN = 1;

    private final SurveyContent content;
    private final List<String> columns;

    private ExportedAgain(SurveyContent content, List<String> columns) {
        this.content = content;
        this.columns = columns;
    }

    /**
     * What an export is read as.
     *
     * @param map to be given with it
     * @param leftOut places of the questions, from 1, of which it brings nothing: files, and questions it knows otherwise
     */
    public record Recognised(ImportMap map, List<Integer> leftOut) {}

    /** @throws DomainException IMPORT_NO_EXPORT, IMPORT_EXPORT_NAMELESS, IMPORT_NOT_A_TABLE */
    public static Recognised recognise(SurveyContent content, String csv) {
        try (var reader = new BufferedReader(new StringReader(csv))) {
            var head = ImportRun.head(reader, SHOWN);
            var columns = head.getFirst();
            if (!ExportedTable.isOne(columns)) {
                throw new DomainException(SurveyError.IMPORT_NO_EXPORT);
            }
            requireNames(head);
            return new Recognised(ImportSlots.map(content, mapping(content, columns)), leftOut(content, columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param head the headings of an export, and the first lines under them */
    static void requireNames(List<List<String>> head) {
        int at = head.getFirst().indexOf(ExportedTable.RESPONSE);
        if (head.stream()
                .skip(1)
                .anyMatch(line -> line.size() > at && line.get(at).isBlank())) {
            throw new DomainException(SurveyError.IMPORT_EXPORT_NAMELESS);
        }
    }

    /** Respondents are known by their responses there, and called as they were. */
    static ImportMapping mapping(SurveyContent content, List<String> columns) {
        return new ImportMapping(
                ExportedTable.RESPONSE,
                "{" + ExportedTable.RESPONDENT + "}",
                ExportedTable.ORGANISATION,
                "{}",
                new ExportedAgain(content, columns).slots(),
                Set.of());
    }

    /** Places of the questions, from 1, an export brings nothing of. */
    static List<Integer> leftOut(SurveyContent content, List<String> columns) {
        var read = new ExportedAgain(content, columns)
                .slots().keySet().stream().map(ImportSlot::question).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, content.questions().size())
                .filter(number -> !read.contains(number))
                .boxed()
                .toList();
    }

    private Map<ImportSlot, String> slots() {
        var byQuestion = ImportSlots.offered(content, true).stream()
                .collect(Collectors.groupingBy(ImportSlot::question, LinkedHashMap::new, Collectors.toList()));
        var chosen = new LinkedHashMap<ImportSlot, String>();
        byQuestion.forEach((number, slots) -> {
            var question = content.questions().get(number - 1);
            if (found(number).equals(expected(question, number, slots))) {
                slots.forEach(slot -> chosen.put(slot, column(question, slot)));
            }
        });
        return chosen;
    }

    private Set<String> found(int number) {
        var base = base(number);
        return columns.stream()
                .filter(column -> column.equals(base) || column.startsWith(base + "_"))
                .collect(Collectors.toSet());
    }

    private static Set<String> expected(Question question, int number, List<ImportSlot> slots) {
        var expected =
                slots.stream().map(slot -> column(question, slot)).collect(Collectors.toCollection(HashSet::new));
        switch (question) {
            // The need its words became part of: whoever brings them in again finds another one.
            case OwnWords _ -> expected.add(base(number) + "_need");
            case FileQuestion _ -> expected.add(base(number));
            default -> {}
        }
        return expected;
    }

    private static String column(Question question, ImportSlot slot) {
        var base = base(slot.question());
        var place = place(question, slot);
        var field = "_" + slot.field().name().toLowerCase(Locale.ROOT);
        return switch (slot.field()) {
            case CHOSEN, STEP, NUMBER, DAY, WORDS -> base;
            case NAMED, MARKED, POINTS, RANK, JUDGEMENT -> base + place;
            case NONE, OTHER, WHO, OFTEN, BADLY -> base + field;
            case IMPORTANCE, SATISFACTION, THERE, MISSING, BEST, WORST -> base + place + field;
        };
    }

    private static String base(int number) {
        return "q" + number;
    }

    /** Of the item, the two compared or the set, counted from 1. */
    private static String place(Question question, ImportSlot slot) {
        if (slot.key().isEmpty() || slot.isCounted()) {
            return "_" + slot.key();
        }
        var keys = question.items().stream().map(Item::key).toList();
        return keys.contains(slot.key()) ? "_" + (keys.indexOf(slot.key()) + 1) : pairOf(keys, slot.key());
    }

    private static String pairOf(List<String> keys, String pair) {
        return IntStream.range(0, keys.size())
                .boxed()
                .flatMap(one -> IntStream.range(one + 1, keys.size())
                        .filter(other -> (keys.get(one) + ":" + keys.get(other)).equals(pair))
                        .mapToObj(other -> "_" + (one + 1) + "_" + (other + 1)))
                .findFirst()
                .orElseThrow();
    }
}
