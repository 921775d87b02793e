package io.throughline.survey.foreign;

import static io.throughline.survey.foreign.Files.entry;
import static io.throughline.survey.foreign.Files.lime;
import static io.throughline.survey.foreign.Files.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.logic.ContentCheck;
import io.throughline.survey.logic.Finding;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What exports of LimeSurvey hold beyond the plain cases. */
class LimeExportsTest {

    private static final String ONE_GROUP = "<groups><rows><row><gid>1</gid></row></rows></groups>";

    /** @param more of its row, as elements */
    private static String asked(int id, String type, String code, String more) {
        return "<row><qid>%d</qid><sid>7</sid><gid>1</gid><type>%s</type><title>%s</title><question_order>%d</question_order>%s</row>"
                .formatted(id, type, code, id, more);
    }

    private static String questions(String... rows) {
        return "<questions><rows>" + String.join("", rows) + "</rows></questions>";
    }

    private static String row(int id, int of, String code) {
        return "<row><qid>%d</qid><parent_qid>%d</parent_qid><title>%s</title><question>%s</question></row>"
                .formatted(id, of, code, code);
    }

    private static String rows(String... rows) {
        return "<subquestions><rows>" + String.join("", rows) + "</rows></subquestions>";
    }

    private static String option(int of, String code, String text, int order) {
        return "<row><qid>%d</qid><code>%s</code><answer>%s</answer><sortorder>%d</sortorder></row>"
                .formatted(of, code, text, order);
    }

    private static String options(String... rows) {
        return "<answers><rows>" + String.join("", rows) + "</rows></answers>";
    }

    /** @param set names and values by turns */
    private static String attributes(int of, String... set) {
        var rows = new StringBuilder();
        for (int at = 0; at < set.length; at += 2) {
            rows.append("<row><qid>%d</qid><attribute>%s</attribute><value>%s</value></row>"
                    .formatted(of, set[at], set[at + 1]));
        }
        return "<question_attributes><rows>" + rows + "</rows></question_attributes>";
    }

    private static String condition(int of, int about, String field, String method, String value) {
        return "<row><qid>%d</qid><cqid>%d</cqid><cfieldname>%s</cfieldname><method>%s</method><value>%s</value></row>"
                .formatted(of, about, field, method, value);
    }

    @Test
    void conditions_kept_as_rows_find_items_rows_and_missing_answers() {
        var foreign = lime(ONE_GROUP
                + questions(
                        asked(1, "Y", "car", ""),
                        asked(2, "M", "ways", ""),
                        asked(3, "A", "rate", ""),
                        asked(4, "S", "both", ""),
                        asked(5, "S", "good", ""),
                        asked(6, "S", "silent", ""),
                        asked(7, "S", "token", ""))
                + rows(row(21, 2, "bus"), row(22, 2, "foot"), row(31, 3, "12"))
                + "<conditions><rows>"
                + condition(4, 1, "7X1X1", "==", "Y")
                + condition(4, 2, "+7X1X2bus", "==", "Y")
                + condition(5, 3, "7X1X312", "&gt;=", "3")
                + condition(6, 1, "7X1X1", "==", " ")
                + condition(7, 0, "{TOKEN:ATTRIBUTE_1}", "==", "x")
                + "</rows></conditions>");
        var car = entry(foreign, "car").id();
        assertThat(entry(foreign, "both").shownIf())
                .isEqualTo(Condition.all(
                        new Comparison(car, new Claim.Chosen("Y", true)),
                        new Comparison(entry(foreign, "ways").id(), new Claim.Chosen("bus", true))));
        assertThat(entry(foreign, "good").shownIf())
                .isEqualTo(Condition.all(new Comparison(
                        entry(foreign, "rate12").id(),
                        new Claim.Amount(Claim.Order.AT_LEAST, "", new BigDecimal("3")))));
        assertThat(entry(foreign, "silent").shownIf())
                .isEqualTo(Condition.all(new Comparison(car, new Claim.Answered(false))));
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .containsExactly(tuple("token", What.CONDITION, "(({TOKEN:ATTRIBUTE_1}.NAOK == \"x\"))"));
    }

    @Test
    void rows_are_found_by_their_older_names_and_something_else_by_its_own() {
        var foreign = lime(ONE_GROUP
                + questions(
                        asked(1, "A", "rate", ""),
                        asked(2, "L", "how", "<other>Y</other>"),
                        asked(3, "S", "why", "<relevance>7X1X1SQ1.NAOK == 2</relevance>"),
                        asked(4, "S", "what", "<relevance>!is_empty(how_other.NAOK)</relevance>"),
                        asked(5, "S", "so", "<question>You said {INSERTANS:7X1X1SQ1}.</question>"))
                + rows(row(11, 1, "SQ1"))
                + options(option(2, "A1", "Walk", 1), option(2, "A2", "Drive", 2)));
        assertThat(entry(foreign, "why").shownIf())
                .isEqualTo(Condition.all(new Comparison(
                        entry(foreign, "ratesq1").id(), new Claim.Amount(Claim.Order.EQUAL, "", new BigDecimal("2")))));
        assertThat(entry(foreign, "what").shownIf())
                .isEqualTo(
                        Condition.all(new Comparison(entry(foreign, "how").id(), new Claim.Chosen(Other.KEY, true))));
        assertThat(entry(foreign, "so").question().title().in(Locale.ENGLISH)).isEqualTo("You said {{ratesq1|…}}.");
        assertThat(foreign.leftovers()).isEmpty();
    }

    /** A scale of ours goes up: what goes down there, by its words or by its codes, would be counted upside down. */
    @Test
    void options_that_count_down_are_no_scale() {
        var down = Stream.of("3", "2", "1").map(text -> "A" + (4 - Integer.parseInt(text)) + "=" + text);
        var codes = Stream.of("3=3 – always", "2=2", "1=1 – never");
        for (var options : Stream.of(down, codes)
                .map(all -> all.collect(Collectors.toList()))
                .toList()) {
            var foreign = array(options.toArray(String[]::new));
            assertThat(entry(foreign, "rateone").question())
                    .as(options.toString())
                    .isInstanceOf(SingleChoice.class);
        }
        assertThat(entry(array("2=2", "3=3", "4=4"), "rateone").question())
                .as("a scale begins with 0 or 1")
                .isInstanceOf(SingleChoice.class);
        assertThat(question(array("1=never", "2=2", "3=always"), "rateone", Scale.class)
                        .low()
                        .in(Locale.ENGLISH))
                .isEqualTo("never");
    }

    private static Foreign array(String... options) {
        var answers = new StringBuilder();
        for (int at = 0; at < options.length; at++) {
            var parts = options[at].split("=", 2);
            answers.append(option(1, parts[0], parts[1], at));
        }
        return lime(ONE_GROUP
                + questions(asked(1, "F", "rate", ""))
                + rows(row(11, 1, "one"))
                + options(answers.toString()));
    }

    @Test
    void arrays_without_rows_and_groups_without_questions_are_not_lost_in_silence() {
        var foreign = lime("""
                <groups><rows><row><gid>1</gid><group_order>2</group_order><randomization_group>mix</randomization_group></row>
                  <row><gid>2</gid><group_order>1</group_order><group_name>Please read</group_name>
                  <description>Take your time.</description></row></rows></groups>""" + questions(asked(1, "F", "rate", ""), asked(2, "S", "why", "")));
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .containsExactly(
                        tuple("Please read", What.SHOWN_TEXT, "Please read"),
                        tuple("Please read", What.SHOWN_TEXT, "Take your time."),
                        tuple("1", What.SETTING, "randomization_group: mix"),
                        tuple("rate", What.KIND, "F"));
    }

    @Test
    void a_slider_has_its_ends_and_what_is_computed_is_named() {
        var foreign = lime(ONE_GROUP
                + questions(asked(1, "K", "use", ""), asked(2, "N", "age", ""))
                + rows(row(11, 1, "one"))
                + attributes(1, "slider_layout", "1", "slider_min", "0", "slider_max", "50", "slider_accuracy", "5")
                + attributes(2, "max_num_value_n", "{limit}"));
        assertThat(question(foreign, "useone", NumberQuestion.class))
                .extracting(NumberQuestion::least, NumberQuestion::greatest, NumberQuestion::decimals)
                .containsExactly(new BigDecimal("0"), new BigDecimal("50"), 0);
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .containsExactly(
                        tuple("use", What.SETTING, "slider_accuracy: 5"),
                        tuple("age", What.SETTING, "max_num_value_n: {limit}"));
    }

    @Test
    void what_is_asked_otherwise_there_is_named() {
        var foreign = lime(
                ONE_GROUP
                        + questions(
                                asked(1, "L", "first", ""),
                                asked(2, "M", "mixed", ""),
                                asked(3, "D", "month", ""),
                                asked(4, "S", "price", ""),
                                asked(5, "|", "file", ""),
                                asked(6, "S", "browser", "<question_theme_name>browserdetect</question_theme_name>"))
                        + "<question_l10ns><rows><row><qid>1</qid><language>en</language><script>go()</script></row></rows></question_l10ns>"
                        + attributes(1, "answer_order", "alphabetical")
                        + attributes(2, "subquestion_order", "random")
                        + attributes(3, "date_format", "mm/yyyy")
                        + attributes(4, "suffix", "EUR", "location_mapservice", "100")
                        + attributes(5, "allowed_filetypes", "pdf, zip", "min_num_of_files", "2")
                        + "<surveys><rows><row><language>en</language><expires>2030-01-01 00:00:00</expires></row></rows></surveys>");
        assertThat(entry(foreign, "mixed").shuffled()).isTrue();
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .containsExactly(
                        tuple("", What.SETTING, "expires: 2030-01-01 00:00:00"),
                        tuple("first", What.SETTING, "answer_order: alphabetical"),
                        tuple("first", What.MEDIA, "script"),
                        tuple("month", What.SETTING, "date_format: mm/yyyy"),
                        tuple("price", What.SETTING, "location_mapservice: 100"),
                        tuple("price", What.SETTING, "suffix: EUR"),
                        tuple("file", What.COMMENT, "|"),
                        tuple("file", What.SETTING, "allowed_filetypes: pdf, zip"),
                        tuple("file", What.SETTING, "min_num_of_files: 2"),
                        tuple("browser", What.SETTING, "question_theme_name: browserdetect"));
    }

    @Test
    void as_many_files_as_there_can_be_are_taken_and_what_is_more_is_named() {
        var foreign = lime(ONE_GROUP
                + questions(asked(1, "|", "usual", ""), asked(2, "|", "more", ""))
                + attributes(1, "show_title", "0", "show_comment", "0", "max_filesize", "10240")
                + attributes(2, "show_title", "0", "show_comment", "0")
                + attributes(2, "max_num_of_files", "20", "max_filesize", "51200"));
        assertThat(question(foreign, "usual", FileQuestion.class))
                .as("where no number is set, it is one there")
                .extracting(FileQuestion::most, FileQuestion::megabytes)
                .containsExactly(1, 10);
        assertThat(question(foreign, "more", FileQuestion.class).most()).isEqualTo(FileQuestion.MOST_FILES);
        assertThat(foreign.leftovers())
                .containsExactly(
                        new Leftover("more", What.SETTING, "max_num_of_files: 20"),
                        new Leftover("more", What.SETTING, "max_filesize: 51200"));
    }

    /** Mixed, a survey would say "you" in two ways. */
    @Test
    void of_two_kinds_of_one_language_the_first_is_taken_throughout_and_the_other_named() {
        var foreign = lime(ONE_GROUP + questions(asked(1, "S", "why", "")) + """
                <question_l10ns><rows>
                  <row><qid>1</qid><language>de-informal</language><question>Magst du?</question></row>
                  <row><qid>1</qid><language>de</language><question>Mögen Sie?</question></row></rows></question_l10ns>
                <surveys><rows><row><language>de</language><additional_languages>de-informal</additional_languages></row></rows>
                </surveys>""");
        assertThat(entry(foreign, "why").question().title().texts()).containsEntry("de", "Mögen Sie?");
        assertThat(foreign.leftovers())
                .extracting(Leftover::what, Leftover::detail)
                .containsExactly(tuple(What.SETTING, "language: de-informal"));
    }

    /** What a group says of itself stands before its questions. */
    @Test
    void a_heading_quotes_only_what_stands_before_it() {
        var foreign = lime("""
                <groups><rows><row><gid>1</gid><group_name>About {who}</group_name></row></rows></groups>""" + questions(asked(1, "S", "who", "<question>Who?</question>")));
        assertThat(foreign.content().sections().getFirst().title().in(Locale.ENGLISH))
                .isEqualTo("About {who}");
        assertThat(foreign.leftovers())
                .extracting(Leftover::what, Leftover::detail)
                .containsExactly(tuple(What.EXPRESSION, "{who}"));
        assertThat(ContentCheck.of(foreign.content(), foreign.content().locales()))
                .filteredOn(Finding::error)
                .extracting(finding -> finding.code().toString())
                .doesNotContain("QUOTE_FORWARD");
    }

    @Test
    void long_expressions_are_named_and_large_pictures_do_not_keep_a_survey_out() {
        var expression = "{if(is_empty(who), \"%s\", \"\")}".formatted("Please tell us who you are. ".repeat(10));
        var picture = "<![CDATA[<img src=\"data:image/png;base64,%s\">Which?]]>".formatted("A".repeat(150_000));
        var foreign = lime(ONE_GROUP
                + questions(
                        asked(1, "S", "why", "<question><![CDATA[" + expression + "]]></question>"),
                        asked(2, "S", "which", "<question>" + picture + "</question>")));
        assertThat(entry(foreign, "which").question().title().in(Locale.ENGLISH))
                .isEqualTo("Which?");
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what)
                .containsExactly(tuple("why", What.EXPRESSION), tuple("which", What.MEDIA));
    }
}
