package io.throughline.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.survey.LineError;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.answer.Voice;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However long a file is, little of it is in memory. */
class ImportRunTest {

    private static final String HEADING = "id,organisation,roads,parks\n";

    private final List<Integer> batches = new ArrayList<>();

    @Test
    void a_hundred_thousand_lines_are_taken_a_thousand_at_a_time() throws IOException {
        var run = run();
        run.read(new BufferedReader(new Endless(100_000, line -> line + ",Metro,60,40\n")), at -> true);

        assertThat(run.report(true).fresh()).isEqualTo(100_000);
        assertThat(batches).hasSize(100).containsOnly(ImportRun.AT_ONCE);
    }

    @Test
    void a_file_without_end_is_refused_where_the_last_line_it_may_have_is() throws IOException {
        var run = run();
        run.read(new BufferedReader(new Endless(Integer.MAX_VALUE, line -> line + ",Metro,60,40\n")), at -> true);

        assertThat(run.report(false).errors())
                .extracting(one -> one.error().code())
                .containsExactly(SurveyError.IMPORT_TOO_LONG);
    }

    @Test
    void a_cell_without_end_is_refused_at_its_line() throws IOException {
        var endless = new Endless(
                Integer.MAX_VALUE, line -> line < 3 ? line + ",Metro,60,40\n" : line == 3 ? "3,\"" : "x".repeat(1_000));
        var run = run();
        run.read(new BufferedReader(endless), at -> true);

        assertThat(run.report(false).errors())
                .extracting(LineError::line, one -> one.error().code())
                .containsExactly(tuple(4L, SurveyError.IMPORT_NOT_A_TABLE));
        assertThat(endless.given).as("characters").isLessThan(1_500_000);
    }

    @Test
    void what_is_no_table_is_told_by_the_line_an_editor_counts() {
        var run = run();
        run.read(HEADING + "\n\"1\na\",Metro,60,40\n2,Metro,60,40\n\"3\"x,Metro,60,40\n");

        assertThat(run.report(false).errors())
                .extracting(LineError::line, one -> one.error().code())
                .containsExactly(tuple(6L, SurveyError.IMPORT_NOT_A_TABLE));
    }

    @Test
    void whoever_looks_at_the_first_lines_only_reads_no_endless_one_either() {
        var endless = new Endless(Integer.MAX_VALUE, line -> line == 1 ? "1,\"" : "x".repeat(1_000));

        assertThatThrownBy(() -> ImportRun.head(new BufferedReader(endless), 3))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(SurveyError.IMPORT_NOT_A_TABLE));
        assertThat(endless.given).as("characters").isLessThan(1_500_000);
    }

    /** A spreadsheet's empty columns and the empty lines below say nothing. */
    @Test
    void columns_without_a_heading_and_lines_without_a_word_are_passed_over() {
        var run = run();
        run.read("id;organisation;roads;parks;;\n1;Metro;60;40;;\n;;;;;\n  \n2;Metro;50;50;;\n;;;;;\n");
        assertThat(run.report(true).errors()).isEmpty();
        assertThat(run.report(true).fresh()).isEqualTo(2);

        var tooShort = run();
        tooShort.read("id;organisation;roads;parks;;\n1;Metro;60;40\n");
        assertThat(tooShort.report(false).errors())
                .extracting(LineError::line, one -> one.error().arguments())
                .containsExactly(tuple(2L, List.of(6, 4)));
    }

    @Test
    void a_heading_that_stands_there_twice_is_named() {
        var run = run();
        run.read("id,organisation,roads,parks,roads\n1,Metro,60,40,1\n");
        assertThat(run.report(false).errors())
                .extracting(
                        LineError::line,
                        one -> one.error().code(),
                        one -> one.error().arguments())
                .containsExactly(tuple(1L, SurveyError.IMPORT_HEADING_TWICE, List.of("roads")));
        assertThatThrownBy(() -> ImportRun.head(new BufferedReader(new StringReader("a;b;a\n")), 3))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(SurveyError.IMPORT_HEADING_TWICE));
    }

    /** Other tools write whole questions as headings. */
    @Test
    void a_heading_in_quotes_may_hold_anything() throws IOException {
        var csv = "\uFEFF\n\"How, and\nhow \"\"often\"\", is it?\";5\" pipe;\"id\"\n1;2;3\n";
        assertThat(ImportRun.head(new BufferedReader(new StringReader(csv)), 3))
                .containsExactly(List.of("How, and\nhow \"often\", is it?", "5\" pipe", "id"), List.of("1", "2", "3"));
    }

    /** A check says so; before, what was said to be right broke off while it was stored. */
    @Test
    void a_name_that_is_too_long_is_refused_at_its_line() {
        var run = run("{called}");
        run.read("id,organisation,roads,parks,called\n1,Metro,60,40,%s\n2,Metro,60,40,%s\n"
                .formatted("a".repeat(200), "b".repeat(201)));
        assertThat(run.report(false).errors())
                .extracting(
                        LineError::line,
                        one -> one.error().code(),
                        one -> one.error().arguments(),
                        one -> one.cells().getFirst().column())
                .containsExactly(tuple(3L, SurveyError.WORDS_TOO_LONG, List.of(200, 201), "called"));
    }

    @Test
    void a_line_tells_each_of_its_questions_that_is_wrong_three_at_the_most_and_counts_once() {
        var run = rated(5);
        run.read("id,organisation,s1,s2,s3,s4,s5\n"
                + "1,Metro,1,9,3,many,0\n2,Metro,9,9,9,9,9\n3,Metro,1,2,3,4,5\n4,Metro,9,1,1,1,\n");

        var report = run.report(false);
        assertThat(report.wrong()).isEqualTo(3);
        assertThat(report.fresh()).isZero();
        assertThat(LineError.lines(report.errors())).isEqualTo(3);
        assertThat(report.errors())
                .extracting(LineError::line, one -> one.cells().getFirst().column())
                .containsExactly(
                        tuple(2L, "s2"),
                        tuple(2L, "s4"),
                        tuple(2L, "s5"),
                        tuple(3L, "s1"),
                        tuple(3L, "s2"),
                        tuple(3L, "s3"),
                        tuple(5L, "s1"),
                        tuple(5L, "s5"));
    }

    @Test
    void of_two_hundred_lines_is_told_what_is_wrong_however_much_that_is() throws IOException {
        var run = rated(2);
        run.read(
                new BufferedReader(
                        new Endless(1_000, line -> line == 1 ? "id,organisation,s1,s2\n" : line + ",Metro,9,9\n", "")),
                at -> true);

        var report = run.report(false);
        assertThat(report.wrong()).isEqualTo(999);
        assertThat(LineError.lines(report.errors())).isEqualTo(200);
        assertThat(report.errors()).hasSize(400);
    }

    /** Over a survey of so many scales from 1 to 5, each to be answered. */
    private static ImportRun rated(int scales) {
        var questions = IntStream.rangeClosed(1, scales)
                .<Question>mapToObj(at -> new Scale(
                        QuestionId.next(),
                        SurveyFixtures.text("Question " + at),
                        SurveyFixtures.text(""),
                        true,
                        1,
                        5,
                        SurveyFixtures.text(""),
                        SurveyFixtures.text("")))
                .toList();
        var map = ImportMap.parse("""
                {"respondent": "id", "name": "{}", "organisation": "organisation", "answers": [%s]}""".formatted(IntStream.rangeClosed(1, scales)
                .mapToObj(at -> "{\"question\": %1$d, \"step\": \"s%1$d\"}".formatted(at))
                .collect(Collectors.joining(", "))));
        var content = new SurveyContent(SurveyFixtures.text("Survey"), SurveyFixtures.text("To know."), questions);
        var voice = new Voice(OrganisationId.next(), "standard", BigDecimal.ONE);
        return new ImportRun(content, map, Map.of("Metro", voice), List::size);
    }

    @Test
    void a_file_is_read_as_its_first_bytes_say(@TempDir Path folder) throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var path = Files.write(folder.resolve(charset.name()), "\uFEFFid\tgröße\n1\tfünf\n".getBytes(charset));
            try (var file = ImportFile.open(path)) {
                var head = file.read(reader -> ImportRun.head(reader, 3));
                assertThat(head).containsExactly(List.of("id", "größe"), List.of("1", "fünf"));
                var again = file.read(reader -> ImportRun.head(reader, 3));
                assertThat(again).isEqualTo(head);
            }
        }
    }

    private ImportRun run() {
        return run("{}");
    }

    private ImportRun run(String name) {
        var map = ImportMap.parse("""
                {"respondent": "id", "name": "%s", "organisation": "organisation", "answers": [
                 {"question": 1, "points": {"roads": "roads", "parks": "parks"}}]}""".formatted(name));
        var voice = new Voice(OrganisationId.next(), "standard", BigDecimal.ONE);
        return new ImportRun(SurveyFixtures.content(), map, Map.of("Metro", voice), lines -> {
            batches.add(lines.size());
            return lines.size();
        });
    }

    /** Lines that are made when they are read. */
    private static final class Endless extends Reader {

        private final int lines;
        private final IntFunction<String> line;
        private String current;
        private int at;
        private int next = 1;
        private long given;

        Endless(int lines, IntFunction<String> line) {
            this(lines, line, HEADING);
        }

        Endless(int lines, IntFunction<String> line, String heading) {
            current = heading;
            this.lines = lines;
            this.line = line;
        }

        @Override
        public int read(char[] into, int from, int length) {
            if (at == current.length()) {
                if (next > lines) {
                    return -1;
                }
                current = line.apply(next++);
                at = 0;
            }
            int count = Math.min(length, current.length() - at);
            current.getChars(at, at + count, into, from);
            at += count;
            given += count;
            return count;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
