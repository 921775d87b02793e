package io.throughline.survey.foreign;

import static io.throughline.survey.foreign.Files.entry;
import static io.throughline.survey.foreign.Files.lime;
import static io.throughline.survey.foreign.Files.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.logic.ContentCheck;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.SingleChoice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What exports of LimeSurvey 1.9 to 7 really look like: every cell in CDATA, each version with its own tables and names. */
class LimeVersionsTest {

    private static final String ONE_GROUP = table("groups", row("gid", "1", "group_order", "1", "grelevance", "1"));

    /** @param cells names and values by turns */
    private static String row(String... cells) {
        var row = new StringBuilder("<row>\n");
        for (int at = 0; at < cells.length; at += 2) {
            row.append(
                    cells[at + 1].isEmpty()
                            ? "<%s/>\n".formatted(cells[at])
                            : "<%1$s><![CDATA[%2$s]]></%1$s>\n".formatted(cells[at], cells[at + 1]));
        }
        return row.append("</row>\n").toString();
    }

    private static String table(String name, String... rows) {
        return "<%1$s>\n<fields>\n<fieldname>sid</fieldname>\n</fields>\n<rows>\n%2$s</rows>\n</%1$s>\n"
                .formatted(name, String.join("", rows));
    }

    /** @param more cells */
    private static String asked(String id, String type, String code, String... more) {
        var row = row(
                "qid",
                id,
                "parent_qid",
                "0",
                "sid",
                "7",
                "gid",
                "1",
                "type",
                type,
                "title",
                code,
                "question_order",
                id);
        return more.length == 0 ? row : row.replace("</row>\n", row(more).replace("<row>\n", ""));
    }

    private static String sub(String id, String of, String code) {
        return row("qid", id, "parent_qid", of, "sid", "7", "gid", "1", "title", code, "question_order", id);
    }

    private static String said(String id, String text) {
        return row("id", id, "qid", id, "question", text, "help", "", "language", "en", "script", "");
    }

    /** From version 7 on the columns of answers are called by the question's number alone, and so are conditions. */
    @Test
    void questions_and_rows_are_found_by_the_names_of_version_seven() {
        var foreign = lime(ONE_GROUP
                + table(
                        "questions",
                        asked("81", "G", "who"),
                        asked("82", "M", "ways", "other", "Y"),
                        asked("83", "A", "rate"),
                        asked("84", "L", "how", "other", "Y"),
                        asked("85", "T", "why", "relevance", "((Q81.NAOK == \"F\"))"),
                        asked("86", "T", "bus", "relevance", "((Q82_S91.NAOK == \"Y\"))"),
                        asked("87", "T", "else", "relevance", "!is_empty(Q84_Cother.NAOK)"),
                        asked("88", "T", "good", "relevance", "((Q83_S93.NAOK >= \"4\"))"),
                        asked("89", "T", "rows", "relevance", "1"))
                + table("subquestions", sub("91", "82", "SQ001"), sub("92", "82", "SQ002"), sub("93", "83", "SQ001"))
                + table("question_l10ns", said("85", "You said {INSERTANS:Q81}. Why?"))
                + table(
                        "conditions",
                        row(
                                "qid",
                                "89",
                                "cqid",
                                "82",
                                "cfieldname",
                                "+Q82_S92",
                                "method",
                                "==",
                                "value",
                                "Y",
                                "scenario",
                                "1"),
                        row(
                                "qid",
                                "89",
                                "cqid",
                                "81",
                                "cfieldname",
                                "Q81",
                                "method",
                                "==",
                                "value",
                                "M",
                                "scenario",
                                "1")));
        var who = entry(foreign, "who").id();
        var ways = entry(foreign, "ways").id();
        assertThat(entry(foreign, "why").shownIf())
                .isEqualTo(Condition.all(new Comparison(who, new Claim.Chosen("F", true))));
        assertThat(entry(foreign, "why").question().title().in(Locale.ENGLISH)).isEqualTo("You said {{who|…}}. Why?");
        assertThat(entry(foreign, "bus").shownIf())
                .isEqualTo(Condition.all(new Comparison(ways, new Claim.Chosen("SQ001", true))));
        assertThat(entry(foreign, "else").shownIf())
                .isEqualTo(
                        Condition.all(new Comparison(entry(foreign, "how").id(), new Claim.Chosen(Other.KEY, true))));
        assertThat(entry(foreign, "good").shownIf())
                .isEqualTo(Condition.all(new Comparison(
                        entry(foreign, "ratesq001").id(),
                        new Claim.Amount(Claim.Order.AT_LEAST, "", new BigDecimal("4")))));
        assertThat(entry(foreign, "rows").shownIf())
                .isEqualTo(Condition.all(
                        new Comparison(ways, new Claim.Chosen("SQ002", true)),
                        new Comparison(who, new Claim.Chosen("M", true))));
        assertThat(foreign.leftovers()).isEmpty();
    }

    /** There an option is the address of its picture; nobody could choose among those here. */
    @Test
    void pictures_to_choose_among_are_called_by_their_codes_and_named() {
        var foreign = lime(ONE_GROUP
                + table("questions", asked("1", "M", "look", "question_theme_name", "image_select-multiplechoice"))
                + table("subquestions", sub("2", "1", "SQ001"), sub("3", "1", "SQ002"))
                + table("question_l10ns", said("2", "/upload/surveys/7/images/red.png"), said("3", "None of them")));
        assertThat(question(foreign, "look", MultipleChoice.class).items())
                .extracting(item -> item.text().in(Locale.ENGLISH))
                .containsExactly("SQ001", "None of them");
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what)
                .containsExactly(tuple("look", What.MEDIA));
    }

    /** There the look of a question is one of its attributes. */
    @Test
    void pictures_to_choose_among_are_known_in_versions_three_and_four_as_well() {
        var foreign = lime(ONE_GROUP
                + table("questions", asked("1", "M", "look"), asked("4", "S", "browser"))
                + table("subquestions", sub("2", "1", "SQ001"))
                + table("question_l10ns", said("2", "/upload/surveys/7/images/red.png"))
                + table(
                        "question_attributes",
                        row("qid", "1", "attribute", "question_template", "value", "image_select-multiplechoice"),
                        row("qid", "4", "attribute", "question_template", "value", "browserdetect")));
        assertThat(question(foreign, "look", MultipleChoice.class).items())
                .extracting(item -> item.text().in(Locale.ENGLISH))
                .containsExactly("SQ001");
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .containsExactly(
                        tuple("look", What.MEDIA, ""),
                        tuple("browser", What.SETTING, "question_theme_name: browserdetect"));
    }

    /** Attributes in words have a row for each language, in the order of their codes and whether or not anything is written. */
    @Test
    void what_is_set_in_another_language_than_the_first_is_named() {
        var foreign = lime(ONE_GROUP
                + table("questions", asked("1", "S", "price"))
                + table(
                        "question_attributes",
                        row("qid", "1", "attribute", "prefix", "value", "", "language", "de"),
                        row("qid", "1", "attribute", "prefix", "value", "EUR", "language", "en")));
        assertThat(foreign.leftovers()).containsExactly(new Leftover("price", What.SETTING, "prefix: EUR"));
    }

    @Test
    void a_row_that_says_nothing_adds_nothing_to_its_question() {
        var foreign = lime(ONE_GROUP
                + table("questions", asked("1", "K", "hours"))
                + table("subquestions", sub("2", "1", "SQ001"))
                + table("question_l10ns", said("1", "How many hours?"), said("2", "")));
        assertThat(entry(foreign, "hourssq001").question().title().in(Locale.ENGLISH))
                .isEqualTo("How many hours?");
    }

    @Test
    void what_is_set_without_an_equal_is_named_by_question() {
        var foreign = lime(ONE_GROUP
                + table(
                        "questions",
                        asked("1", "L", "first", "other", "Y"),
                        asked("2", "L", "last", "other", "Y"),
                        asked("3", "R", "all"),
                        asked("4", "R", "some"),
                        asked("5", "S", "older"),
                        asked("6", "S", "later"))
                + table(
                        "subquestions",
                        sub("31", "3", "a"),
                        sub("32", "3", "b"),
                        sub("41", "4", "a"),
                        sub("42", "4", "b"))
                + table(
                        "question_attributes",
                        row("qid", "1", "attribute", "other_position", "value", "beginning", "language", ""),
                        row("qid", "2", "attribute", "other_position", "value", "default", "language", ""),
                        row("qid", "3", "attribute", "max_subquestions", "value", "2", "language", ""),
                        row("qid", "4", "attribute", "max_subquestions", "value", "1", "language", ""))
                + table(
                        "defaultvalues",
                        row("qid", "5", "scale_id", "0", "sqid", "0", "language", "en", "defaultvalue", "Berlin"),
                        row("dvid", "9", "qid", "6", "scale_id", "0", "sqid", "0", "specialtype", ""))
                + table("defaultvalue_l10ns", row("id", "1", "dvid", "9", "language", "en", "defaultvalue", "Paris"))
                + table("surveys", row("sid", "7", "language", "en", "anonymized", "I", "format", "I")));
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .containsExactly(
                        tuple("", What.SETTING, "anonymized: inherited"),
                        tuple("first", What.SETTING, "other_position: beginning"),
                        tuple("some", What.SETTING, "max_subquestions: 1"),
                        tuple("older", What.SETTING, "defaultvalue: Berlin"),
                        tuple("later", What.SETTING, "defaultvalue: Paris"));
    }

    /** LimeSurvey says "Oui" there: what is missing here has to be said, not given out as French. */
    @Test
    void words_of_the_tool_stand_in_the_languages_of_the_survey_only() {
        var english = lime(ONE_GROUP + table("questions", asked("1", "Y", "car")));
        assertThat(question(english, "car", SingleChoice.class).items())
                .extracting(Item::text)
                .allSatisfy(text -> assertThat(text.texts()).containsOnlyKeys("en"));
        var french = lime(ONE_GROUP
                + table("questions", asked("1", "Y", "car"))
                + table("question_l10ns", row("qid", "1", "question", "Une voiture ?", "language", "fr"))
                + table("surveys", row("language", "fr")));
        assertThat(ContentCheck.of(french.content(), List.of(Locale.FRENCH)))
                .extracting(finding -> finding.code().toString())
                .contains("UNTRANSLATED");
    }

    /** Editors put a break at the end of nearly every text. */
    @Test
    void a_row_stands_behind_its_question_on_one_line() {
        var foreign = lime(ONE_GROUP
                + table("questions", asked("1", "B", "rate"))
                + table("subquestions", sub("2", "1", "SQ001"))
                + table("question_l10ns", said("1", "How good is …<br />"), said("2", "<p>the ramp?</p>")));
        assertThat(entry(foreign, "ratesq001").question().title().in(Locale.ENGLISH))
                .isEqualTo("How good is … – the ramp?");
    }

    @Test
    void texts_in_other_languages_than_the_surveys_are_named() {
        var foreign = lime(ONE_GROUP
                + table("questions", asked("1", "S", "why"))
                + table(
                        "question_l10ns",
                        row("qid", "1", "question", "Why?", "language", "en"),
                        row("qid", "1", "question", "Pourquoi ?", "language", "x-old")));
        assertThat(entry(foreign, "why").question().title().texts()).containsOnlyKeys("en");
        assertThat(foreign.leftovers())
                .extracting(Leftover::what, Leftover::detail)
                .containsExactly(tuple(What.SETTING, "language: x-old"));
    }

    /** Each of thousands of languages would be asked for in every text of the draft. */
    @Test
    void more_languages_than_anybody_writes_in_are_left_out() {
        var codes = IntStream.range(0, 26 * 26)
                .mapToObj(at -> "" + (char) ('a' + at / 26) + (char) ('a' + at % 26))
                .collect(Collectors.joining(" "));
        var foreign = lime(ONE_GROUP + table("surveys", row("language", "en", "additional_languages", codes)));
        assertThat(foreign.content().languages()).hasSize(Sketch.MOST_LANGUAGES).startsWith("en");
        assertThat(foreign.leftovers()).hasSizeGreaterThan(600);
    }

    /** A question and its options are read once, not once a row: the file is small, its rows times its texts are not. */
    @Test
    void long_texts_over_many_rows_take_no_longer_than_the_file() {
        var rows = IntStream.range(0, 999)
                .mapToObj(at -> sub(String.valueOf(10_000 + at), "1", "r" + at))
                .collect(Collectors.joining());
        var xml = "<document><LimeSurveyDocType>Survey</LimeSurveyDocType>" + ONE_GROUP
                + table("questions", asked("1", "F", "rate"))
                + "<subquestions><rows>" + rows + "</rows></subquestions>"
                + table("question_l10ns", said("1", "<".repeat(2_000_000)))
                + table(
                        "answers",
                        row("qid", "1", "code", "a", "answer", "<".repeat(2_000_000), "language", "en"),
                        row("qid", "1", "code", "b", "answer", "B", "language", "en"))
                + "</document>";

        var read = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> LimeSurvey.read(xml.getBytes(StandardCharsets.UTF_8)));

        assertThat(read.content().questions()).hasSize(999);
    }
}
