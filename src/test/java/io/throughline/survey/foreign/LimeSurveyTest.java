package io.throughline.survey.foreign;

import static io.throughline.survey.foreign.Files.bytes;
import static io.throughline.survey.foreign.Files.entry;
import static io.throughline.survey.foreign.Files.lime;
import static io.throughline.survey.foreign.Files.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.throughline.shared.DomainException;
import io.throughline.survey.Paging;
import io.throughline.survey.SurveyError;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.logic.ContentCheck;
import io.throughline.survey.logic.Finding;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimeSurveyTest {

    private final Foreign hall = LimeSurvey.read(bytes("town-hall.lss"));
    private final Foreign streets = LimeSurvey.read(bytes("streets.lss"));

    @Test
    void texts_come_in_every_language_as_people_read_them() {
        assertThat(streets.content().languages()).containsExactly("en", "de");
        assertThat(streets.content().title().texts())
                .containsEntry("en", "Streets & paths")
                .containsEntry("de", "Straßen");
        assertThat(streets.content().why().in(Locale.GERMAN)).isEqualTo("Zum Planen.");
        assertThat(streets.content().paging()).isEqualTo(Paging.QUESTION);
        var how = question(streets, "how", SingleChoice.class);
        assertThat(how.title().texts()).containsEntry("en", "How do you come?").containsEntry("de", "Wie kommst du?");
        assertThat(how.help().in(Locale.ENGLISH)).isEqualTo("Mostly");
        assertThat(how.required()).isTrue();
        assertThat(how.other()).isTrue();
        assertThat(how.items())
                .extracting(Item::key, item -> item.text().in(Locale.GERMAN))
                .containsExactly(tuple("A1", "Mit dem Auto"), tuple("A2", "By bike"));
    }

    @Test
    void a_question_that_is_asked_nowhere_or_has_another_code_here_is_listed() {
        var foreign = lime("""
                <groups><rows><row><gid>1</gid><language>en</language></row></rows></groups>
                <questions><rows>
                  <row><qid>1</qid><gid>1</gid><type>S</type><title>x</title><question>One?</question><language>en</language></row>
                  <row><qid>1</qid><gid>1</gid><type>S</type><title>x</title><question>Eins?</question><language>de</language></row>
                  <row><qid>2</qid><gid>1</gid><type>S</type><title>X</title><question>Two?</question><language>en</language></row>
                  <row><qid>2</qid><gid>1</gid><type>S</type><title>y</title><question>Same?</question><language>en</language></row>
                  <row><qid>3</qid><gid>7</gid><type>S</type><title>z</title><question>&lt;b>Where?&lt;/b></question>
                    <language>en</language></row></rows></questions>""");

        assertThat(foreign.content().questions()).hasSize(2);
        assertThat(foreign.leftovers())
                .filteredOn(one -> one.what() == What.STRAY || one.what() == What.RENAMED)
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .containsExactly(
                        tuple("X", What.RENAMED, "X → q2"),
                        tuple("y", What.STRAY, "Same?"),
                        tuple("z", What.STRAY, "Where?"));
    }

    @Test
    void groups_are_sections_in_their_order_and_items_stand_in_theirs() {
        assertThat(streets.content().sections())
                .extracting(section -> section.title().in(Locale.ENGLISH))
                .containsExactly("You", "On foot");
        assertThat(streets.content().sections().getLast().help().in(Locale.ENGLISH))
                .isEqualTo("About walking.");
        assertThat(question(streets, "ways", MultipleChoice.class).items())
                .extracting(Item::key)
                .containsExactly("foot", "bus");
        assertThat(entry(streets, "ways").shuffled()).isTrue();
    }

    @Test
    void types_become_ours() {
        assertThat(question(streets, "age", NumberQuestion.class))
                .extracting(NumberQuestion::greatest, NumberQuestion::decimals)
                .containsExactly(new BigDecimal("120"), 0);
        assertThat(question(streets, "why", Text.class).lines()).isTrue();
        assertThat(question(streets, "ratesq001", Scale.class))
                .extracting(
                        Scale::least,
                        Scale::greatest,
                        one -> one.title().in(Locale.ENGLISH),
                        one -> one.low().in(Locale.ENGLISH))
                .containsExactly(1, 3, "How good is – the pavement", "bad");
        assertThat(question(streets, "rank", Ranking.class).items()).hasSize(2);
        assertThat(question(streets, "points", Points.class).items()).hasSize(2);
        assertThat(question(streets, "since", DateQuestion.class).earliest()).isEqualTo(LocalDate.of(2020, 1, 31));
        assertThat(question(streets, "mood", Scale.class).greatest()).isEqualTo(5);
        assertThat(question(streets, "agreex", SingleChoice.class).items())
                .extracting(Item::key)
                .containsExactly("Y", "N");
    }

    @Test
    void conditions_and_quotes_find_their_questions() {
        var how = entry(streets, "how").id();
        assertThat(entry(streets, "age").shownIf())
                .isEqualTo(Condition.any(
                        new Comparison(how, new Claim.Chosen("A1", true)),
                        new Comparison(how, new Claim.Chosen("A2", true))));
        assertThat(entry(streets, "why").shownIf())
                .isEqualTo(Condition.all(new Comparison(
                        entry(streets, "age").id(), new Claim.Amount(Claim.Order.AT_LEAST, "", new BigDecimal("18")))));
        assertThat(streets.content().sections().getLast().shownIf())
                .isEqualTo(Condition.all(new Comparison(entry(streets, "ways").id(), new Claim.Chosen("foot", true))));
        assertThat(question(streets, "why", Text.class).title().in(Locale.ENGLISH))
                .isEqualTo("Why {{how|…}}? {rand(1,2)}");
        assertThat(ContentCheck.of(streets.content(), streets.content().locales()))
                .noneMatch(Finding::error);
    }

    /** "6 – like it very much" is the first of them, and may not become the step 1 of a scale. */
    @Test
    void options_called_by_other_numbers_than_their_step_are_no_scale() {
        var likes =
                array("", "<answer>6 - Like it very much</answer>", "<answer>5</answer>", "<answer>4 - Not</answer>");
        assertThat(question(likes, "taste1", SingleChoice.class).items())
                .extracting(item -> item.text().in(Locale.ENGLISH))
                .containsExactly("6 - Like it very much", "5", "4 - Not");
        var rates = array("", "<answer>1 - bad</answer>", "<answer>2</answer>", "<answer>3 - good</answer>");
        assertThat(question(rates, "taste1", Scale.class).high().in(Locale.ENGLISH))
                .isEqualTo("3 - good");
    }

    @Test
    void rows_in_a_random_order_leave_the_options_of_each_row_in_theirs() {
        var foreign = array(
                "<row><qid>1</qid><attribute>random_order</attribute><value>1</value></row>",
                "<answer>Yes</answer>",
                "<answer>No</answer>");
        assertThat(entry(foreign, "taste1").shuffled()).isFalse();
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .contains(tuple("taste", What.SETTING, "random_order: 1"));
    }

    @Test
    void texts_and_rules_that_are_left_behind_are_named() {
        var foreign = lime("""
                <surveys_languagesettings><rows><row><surveyls_language>en</surveyls_language>
                  <surveyls_description>Why</surveyls_description><surveyls_welcometext>Hello</surveyls_welcometext>
                  <surveyls_policy_notice>We keep it.</surveyls_policy_notice></row></rows></surveys_languagesettings>
                <groups><rows><row><gid>1</gid></row></rows></groups>
                <questions><rows><row><qid>1</qid><gid>1</gid><type>S</type><title>zip</title><preg>/^[0-9]{5}$/</preg></row>
                  <row><qid>2</qid><gid>1</gid><type>M</type><title>ways</title></row></rows></questions>
                <subquestions><rows><row><qid>3</qid><parent_qid>2</parent_qid><title>bus</title><relevance>zip == "1"</relevance>
                  </row></rows></subquestions>
                <question_attributes><rows><row><qid>1</qid><attribute>maximum_chars</attribute><value>5</value></row></rows>
                </question_attributes>""");
        assertThat(foreign.content().why().in(Locale.ENGLISH)).isEqualTo("Why");
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .containsExactlyInAnyOrder(
                        tuple("", What.SHOWN_TEXT, "Hello"),
                        tuple("", What.SETTING, "surveyls_policy_notice"),
                        tuple("zip", What.SETTING, "preg: /^[0-9]{5}$/"),
                        tuple("zip", What.SETTING, "maximum_chars: 5"),
                        tuple("ways_bus", What.CONDITION, "zip == \"1\""));
    }

    /** An array of one row. */
    private static Foreign array(String attributes, String... answers) {
        return lime("""
                <groups><rows><row><gid>1</gid></row></rows></groups>
                <questions><rows><row><qid>1</qid><gid>1</gid><type>F</type><title>taste</title></row></rows></questions>
                <subquestions><rows><row><qid>2</qid><parent_qid>1</parent_qid><title>1</title></row></rows></subquestions>
                <question_attributes><rows>%s</rows></question_attributes>
                <answers><rows>%s</rows></answers>""".formatted(
                        attributes,
                        IntStream.range(0, answers.length)
                                .mapToObj(at -> "<row><qid>1</qid><code>T%d</code><sortorder>%d</sortorder>%s</row>"
                                        .formatted(at + 1, at, answers[at]))
                                .collect(Collectors.joining())));
    }

    @Test
    void everything_that_is_left_out_is_named() {
        assertThat(streets.leftovers())
                .extracting(Leftover::path, Leftover::what)
                .contains(
                        tuple("", What.ANONYMOUS),
                        tuple("how", What.MEDIA),
                        tuple("ways", What.SETTING),
                        tuple("why", What.EXPRESSION),
                        tuple("rate", What.ROWS),
                        tuple("rank", What.CONDITION),
                        tuple("dual", What.KIND),
                        tuple("text", What.SHOWN_TEXT),
                        tuple("mood", What.SETTING));
        assertThat(streets.leftovers())
                .filteredOn(one -> one.what() == What.CONDITION)
                .extracting(Leftover::detail)
                .containsExactly("count(ways_bus, ways_foot) > 1");
        assertThat(entry(streets, "rank").shownIf().isAlways()).isTrue();
    }

    @Test
    void a_survey_of_version_six_comes_over_with_its_languages_units_and_kinds_of_files() {
        assertThat(hall.content().languages()).containsExactly("en", "de");
        assertThat(hall.content().why().in(Locale.GERMAN)).isEqualTo("Damit es besser wird.");
        assertThat(hall.content().sections())
                .extracting(section -> section.title().in(Locale.GERMAN))
                .containsExactly("Ihr Besuch", "Am Schalter", "Und nun?");
        assertThat(entry(hall, "how").shuffled()).isTrue();
        assertThat(question(hall, "wait", NumberQuestion.class))
                .extracting(
                        NumberQuestion::decimals,
                        one -> one.unit().in(Locale.ENGLISH),
                        one -> one.unit().in(Locale.GERMAN))
                .containsExactly(0, "minutes", "Minuten");
        assertThat(question(hall, "countersq002", Scale.class))
                .extracting(Scale::greatest, one -> one.title().in(Locale.GERMAN))
                .containsExactly(5, "Wie zufrieden sind Sie mit – der Freundlichkeit");
        assertThat(question(hall, "picture", SingleChoice.class).items())
                .as("a picture and nothing else is called by its code")
                .extracting(item -> item.text().in(Locale.ENGLISH))
                .containsExactly("S1", "S2");
        assertThat(question(hall, "proof", FileQuestion.class))
                .extracting(FileQuestion::kinds, FileQuestion::most, FileQuestion::megabytes)
                .containsExactly(List.of(FileKind.PICTURE, FileKind.PDF), 2, 3);
        assertThat(entry(hall, "proof").shownIf())
                .as("from the table of conditions")
                .isEqualTo(Condition.all(new Comparison(entry(hall, "again").id(), new Claim.Chosen("Y", true))));
        assertThat(question(hall, "spend", Points.class).items()).hasSize(2);
        assertThat(ContentCheck.of(hall.content(), hall.content().locales())).noneMatch(Finding::error);
    }

    @Test
    void what_is_not_so_holds_there_without_an_answer_too() {
        var what = entry(hall, "what").id();
        assertThat(entry(hall, "whynot").shownIf())
                .as("said here in two comparisons")
                .isEqualTo(Condition.any(
                        new Comparison(what, new Claim.Chosen("SQ001", false)),
                        new Comparison(what, new Claim.Answered(false))));
        assertThat(entry(hall, "mood").shownIf())
                .isEqualTo(Condition.any(
                        new Comparison(what, new Claim.Chosen("SQ002", false)),
                        new Comparison(what, new Claim.Answered(false))));
        assertThat(entry(hall, "agreesq001").shownIf())
                .as("what must be answered always has an answer")
                .isEqualTo(Condition.all(new Comparison(entry(hall, "how").id(), new Claim.Chosen("A2", false))));
        assertThat(hall.leftovers())
                .filteredOn(one -> one.what() == What.UNANSWERED)
                .as("where it can't be said, it is named")
                .extracting(Leftover::path, Leftover::detail)
                .containsExactly(
                        tuple("before", "((again.NAOK != \"Y\") and (how.NAOK != \"A3\"))"),
                        tuple("room", "((again != \"N\"))"));
        assertThat(hall.leftovers()).noneMatch(one -> one.what() == What.CONDITION);
    }

    @Test
    void what_a_survey_of_version_six_has_more_is_named_once() {
        assertThat(hall.leftovers())
                .doesNotHaveDuplicates()
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .contains(
                        tuple("how", What.EXPRESSION, "{TOKEN:FIRSTNAME}"),
                        tuple("what", What.SETTING, "exclude_all_others: SQ003"),
                        tuple("what", What.SETTING, "other_replace_text: Something else"),
                        tuple("wait", What.SETTING, "mandatory: soft"),
                        tuple("first", What.SETTING, "max_answers: 2"),
                        tuple("picture", What.MEDIA, ""),
                        tuple("note", What.SHOWN_TEXT, "Nearly done."),
                        tuple("dual", What.KIND, "1 (dual scale array)"),
                        tuple("sum", What.KIND, "* (equation)"),
                        tuple("", What.SETTING, "surveyls_endtext"));
    }

    @Test
    void files_of_version_three_have_their_texts_in_their_rows() {
        var old = LimeSurvey.read(bytes("old.lss"));

        assertThat(old.content().languages()).containsExactly("en", "fr");
        assertThat(old.content().why().in(Locale.ENGLISH)).isEqualTo("Welcome.");
        var which = question(old, "q1", SingleChoice.class);
        assertThat(which.title().texts()).containsEntry("fr", "Lequel?");
        assertThat(which.items().getFirst().text().texts())
                .containsEntry("en", "One")
                .containsEntry("fr", "Un");
        assertThat(entry(old, "q2").shownIf())
                .isEqualTo(Condition.all(new Comparison(which.id(), new Claim.Chosen("A2", true))));
        assertThat(old.leftovers()).isEmpty();
    }

    @Test
    void entities_and_document_types_are_refused() {
        refused(SurveyError.FOREIGN_NOT_READABLE, """
                <?xml version="1.0"?>
                <!DOCTYPE document [<!ENTITY a SYSTEM "file:///etc/passwd">]>
                <document><LimeSurveyDocType>Survey</LimeSurveyDocType><x>&a;</x></document>""");
        refused(SurveyError.FOREIGN_NOT_READABLE, """
                <?xml version="1.0"?>
                <!DOCTYPE document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
                <document><LimeSurveyDocType>&b;</LimeSurveyDocType></document>""");
    }

    @Test
    void what_is_broken_says_in_which_line() {
        assertThatThrownBy(() -> LimeSurvey.read("<document>\n<a>\n</b>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(SurveyError.FOREIGN_NOT_READABLE);
                    assertThat(refusal.arguments()).containsExactly(3);
                });
    }

    @Test
    void what_is_too_much_is_refused() {
        refused(SurveyError.FOREIGN_TOO_MUCH, "<a>".repeat(100));
        refused(SurveyError.FOREIGN_TOO_MUCH, "<a>" + "<b/>".repeat(400_000) + "</a>");
        refused(SurveyError.FOREIGN_TOO_MUCH, " ".repeat(Foreign.LARGEST + 1));
        refused(SurveyError.FOREIGN_NO_SURVEY, "<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>");
    }

    /** Each is looked at once, however many tags are begun and never ended. */
    @Test
    void markup_that_is_all_beginnings_takes_no_longer_than_its_length() {
        var row = "<row><qid>%d</qid><gid>1</gid><type>T</type><question><![CDATA[" + "<".repeat(90_000)
                + "]]></question></row>";
        var xml =
                "<document><LimeSurveyDocType>Survey</LimeSurveyDocType><groups><rows><row><gid>1</gid></row></rows></groups>"
                        + "<questions><rows>"
                        + IntStream.range(1, 50).mapToObj(row::formatted).collect(Collectors.joining())
                        + "</rows></questions></document>";

        var read = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> LimeSurvey.read(xml.getBytes(StandardCharsets.UTF_8)));

        assertThat(read.content().questions()).hasSize(49);
    }

    /** The time allowed is ten times what is aimed at; what grew with the square of the rows would take minutes. */
    @Test
    void the_largest_file_takes_no_longer_than_its_length() {
        var row = "<row><qid>%d</qid><parent_qid>1</parent_qid><gid>1</gid><title>é</title></row>";
        var xml =
                "<document><LimeSurveyDocType>Survey</LimeSurveyDocType><groups><rows><row><gid>1</gid></row></rows></groups>"
                        + "<questions><rows><row><qid>1</qid><parent_qid>0</parent_qid><gid>1</gid><type>M</type></row>"
                        + IntStream.range(2, 50_000).mapToObj(row::formatted).collect(Collectors.joining())
                        + "</rows></questions></document>";

        var read = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> LimeSurvey.read(xml.getBytes(StandardCharsets.UTF_8)));

        assertThat(read.content().questions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"streets.lss", "old.lss"})
    void however_a_file_is_damaged_it_is_read_or_refused(String name) {
        var sound = bytes(name);
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var damaged = sound.clone();
            for (int times = random.nextInt(1, 12); times > 0; times--) {
                int at = random.nextInt(damaged.length);
                int from = random.nextInt(damaged.length);
                int length = random.nextInt(Math.min(40, damaged.length - Math.max(at, from)));
                System.arraycopy(sound, from, damaged, at, length);
            }
            try {
                var foreign = LimeSurvey.read(damaged);
                assertThat(ContentCheck.of(foreign.content(), foreign.content().locales()))
                        .as("seed " + seed)
                        .isNotNull();
            } catch (DomainException expected) {
                assertThat(expected.code()).as("seed " + seed).isInstanceOf(SurveyError.class);
            }
        }
    }

    private static void refused(SurveyError code, String xml) {
        assertThatThrownBy(() -> LimeSurvey.read(xml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
