package io.throughline.survey.foreign;

import static io.throughline.survey.foreign.Files.entry;
import static io.throughline.survey.foreign.Files.js;
import static io.throughline.survey.foreign.Files.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.throughline.survey.Paging;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.logic.ContentCheck;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What surveys of SurveyJS hold beyond the plain cases. */
class SurveyJsExportsTest {

    @Test
    void a_logo_in_the_file_does_not_keep_a_survey_out() {
        var foreign =
                js("{\"logo\": \"data:image/png;base64,%s\", \"elements\": [{\"type\": \"text\", \"name\": \"a\"}]}"
                        .formatted("A".repeat(150_000)));
        assertThat(foreign.content().questions()).hasSize(1);
        assertThat(foreign.leftovers())
                .extracting(Leftover::what, Leftover::detail)
                .containsExactly(tuple(What.MEDIA, "logo"));
    }

    @Test
    void each_line_of_several_texts_has_its_own_rules_and_is_found_by_conditions() {
        var foreign = js("""
                {"elements": [{"type": "multipletext", "name": "who", "title": {"default": "You", "de": "Sie"}, "items": [
                  {"name": "mail", "isRequired": true, "validators": [{"type": "email"}]},
                  {"name": "age", "inputType": "number", "title": {"default": "Age", "de": "Alter"}}]},
                 {"type": "text", "name": "why", "visibleIf": "{who.age} >= 18"}]}""");
        assertThat(question(foreign, "whomail", Text.class))
                .extracting(Text::required, one -> one.title().in(Locale.GERMAN))
                .as("what has one wording for all languages is said in each")
                .containsExactly(true, "Sie – mail");
        assertThat(question(foreign, "whoage", NumberQuestion.class).required()).isFalse();
        assertThat(entry(foreign, "why").shownIf())
                .isEqualTo(Condition.all(new Comparison(
                        entry(foreign, "whoage").id(),
                        new Claim.Amount(Claim.Order.AT_LEAST, "", new BigDecimal("18")))));
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what)
                .containsExactly(tuple("who", What.ROWS), tuple("who.mail", What.SETTING));
    }

    @Test
    void several_may_be_chosen_in_a_row_and_a_row_must_be_answered_only_if_all_must() {
        var foreign = js("""
                {"elements": [
                  {"type": "matrix", "name": "use", "cellType": "checkbox", "columns": ["x", "y"], "rows": ["a", "b"]},
                  {"type": "matrix", "name": "any", "isRequired": true, "columns": [1, 2, 3], "rows": ["a", "b"]},
                  {"type": "matrix", "name": "rate", "eachRowRequired": true, "eachRowUnique": true, "columns": ["x", "y"],
                   "rows": ["a"], "cells": {"a": {"x": "good"}}}]}""");
        assertThat(question(foreign, "usea", MultipleChoice.class).items()).hasSize(2);
        assertThat(question(foreign, "anya", Scale.class).required()).isFalse();
        assertThat(question(foreign, "ratea", SingleChoice.class).required()).isTrue();
        assertThat(foreign.leftovers())
                .filteredOn(one -> one.what() != What.ROWS)
                .extracting(Leftover::path, Leftover::detail)
                .containsExactly(
                        tuple("any", "isRequired: true"),
                        tuple("rate", "cells: {\"a\":{\"x\":\"good\"}}"),
                        tuple("rate", "eachRowUnique: true"));
    }

    @Test
    void numbers_have_the_ends_they_have_there() {
        var foreign = js("""
                {"elements": [{"type": "text", "name": "slide", "inputType": "range"},
                  {"type": "text", "name": "sum", "inputType": "number", "max": "{limit}"},
                  {"type": "rating", "name": "mood", "rateMin": 0, "rateCount": 6}]}""");
        assertThat(question(foreign, "slide", NumberQuestion.class))
                .extracting(NumberQuestion::least, NumberQuestion::greatest, NumberQuestion::decimals)
                .containsExactly(BigDecimal.ZERO, new BigDecimal("100"), 0);
        assertThat(question(foreign, "mood", Scale.class).greatest()).isEqualTo(5);
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::detail)
                .containsExactly(tuple("sum", "max: {limit}"));
    }

    @Test
    void what_is_offered_beside_the_choices_is_offered_or_named() {
        var foreign = js("""
                {"locale": "de", "elements": [
                  {"type": "radiogroup", "name": "one", "choices": ["a"], "showRefuseItem": true, "showDontKnowItem": true},
                  {"type": "checkbox", "name": "some", "choices": ["a", "b"], "showRefuseItem": true},
                  {"type": "boolean", "name": "agree", "label": "Ich stimme zu"},
                  {"type": "ranking", "name": "rank", "choices": ["a", "b"], "maxSelectedChoices": 1},
                  {"type": "text", "name": "why", "visibleIf": "{one} = 'dontknow'"}]}""");
        assertThat(question(foreign, "one", SingleChoice.class).items())
                .extracting(Item::key, item -> item.text().in(Locale.GERMAN))
                .containsExactly(tuple("a", "a"), tuple("refused", "Keine Angabe"), tuple("dontknow", "Weiß nicht"));
        assertThat(entry(foreign, "why").shownIf())
                .isEqualTo(
                        Condition.all(new Comparison(entry(foreign, "one").id(), new Claim.Chosen("dontknow", true))));
        assertThat(entry(foreign, "agree").question().title().in(Locale.GERMAN)).isEqualTo("Ich stimme zu");
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::detail)
                .containsExactly(tuple("some", "showRefuseItem"), tuple("rank", "maxSelectedChoices: 1"));
    }

    @Test
    void what_is_only_shown_hidden_or_inside_another_is_named_in_words() {
        var foreign = js("""
                {"pages": [{"name": "start", "title": "Welcome", "elements": [
                   {"type": "html", "name": "hello", "html": {"default": "<p>Hello</p>", "de": "<p>Hallo</p>"}}]},
                  {"name": "end", "visible": false, "elements": [
                   {"type": "panel", "name": "inner", "visible": false, "elements": [{"type": "text", "name": "a"}]},
                   {"type": "paneldynamic", "name": "kin", "templateElements": [{"type": "text", "name": "age"}]},
                   {"type": "rating", "name": "mood", "rateMin": 0, "rateMax": 10, "minRateDescription": "never"}]}]}""");
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .containsExactly(
                        tuple("hello", What.SHOWN_TEXT, "Hello"),
                        tuple("start", What.SHOWN_TEXT, "Welcome"),
                        tuple("inner", What.SETTING, "visible: false"),
                        tuple("kin", What.KIND, "paneldynamic: age"),
                        tuple("mood", What.SETTING, "minRateDescription: never"),
                        tuple("end", What.SETTING, "visible: false"));
    }

    @Test
    void a_page_s_heading_quotes_only_what_stands_before_it() {
        var foreign = js("""
                {"pages": [{"name": "p", "title": "{a} page", "elements": [{"type": "text", "name": "a"}]}]}""");
        assertThat(foreign.content().sections().getFirst().title().in(Locale.ENGLISH))
                .isEqualTo("{a} page");
        assertThat(foreign.leftovers()).extracting(Leftover::what).containsExactly(What.EXPRESSION);
    }

    @Test
    void of_two_kinds_of_one_language_the_survey_s_own_is_taken_and_the_other_named() {
        var foreign = js("""
                {"locale": "pt-br", "title": {"pt": "Portugal", "pt-br": "Brasil"}, "elements": [{"type": "text", "name": "a"}]}""");
        assertThat(foreign.content().title().texts()).isEqualTo(Map.of("pt", "Brasil"));
        assertThat(foreign.leftovers())
                .extracting(Leftover::what, Leftover::detail)
                .containsExactly(tuple(What.SETTING, "locale: pt"));
    }

    /** As older editors saved it, and as the tool's own pages show it. */
    @Test
    void surveys_written_as_programs_are_read_too() {
        var foreign = js("""
                { title: "Streets", // the newest
                  showQuestionNumbers: 'off',
                  pages: [ { questions: [
                    { type: "radiogroup", name: "price", title: "Is it worth it?", choices: ["low|No, too little", 'high|No, too much',], },
                    { type: "comment", name: "why", visibleIf: "{price}='low'", },
                  ] } ],
                }""");
        assertThat(foreign.content().title().in(Locale.ENGLISH)).isEqualTo("Streets");
        assertThat(question(foreign, "price", SingleChoice.class).items())
                .extracting(item -> item.text().in(Locale.ENGLISH))
                .containsExactly("No, too little", "No, too much");
        assertThat(entry(foreign, "why").shownIf())
                .isEqualTo(Condition.all(new Comparison(entry(foreign, "price").id(), new Claim.Chosen("low", true))));
        assertThat(foreign.leftovers()).isEmpty();
    }

    @Test
    void the_ends_of_a_rating_are_found_by_their_older_names_as_well() {
        var foreign = js("""
                {"elements": [
                  {"type": "rating", "name": "old", "mininumRateDescription": "Hated it", "maximumRateDescription": "Loved it"},
                  {"type": "rating", "name": "nps", "rateMin": 0, "rateMax": 10, "mininumRateDescription": "Never"}]}""");
        assertThat(question(foreign, "old", Scale.class))
                .extracting(
                        scale -> scale.low().in(Locale.ENGLISH),
                        scale -> scale.high().in(Locale.ENGLISH))
                .containsExactly("Hated it", "Loved it");
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::detail)
                .containsExactly(tuple("nps", "mininumRateDescription: Never"));
    }

    @Test
    void yes_and_no_are_said_where_the_file_leaves_them_empty() {
        var foreign = js("""
                {"elements": [{"type": "boolean", "name": "college", "labelTrue": "", "labelFalse": ""}]}""");
        assertThat(question(foreign, "college", SingleChoice.class).items())
                .extracting(item -> item.text().in(Locale.ENGLISH))
                .containsExactly("Yes", "No");
        var french = js("""
                {"locale": "fr", "elements": [{"type": "boolean", "name": "car", "title": "Une voiture ?"}]}""");
        assertThat(ContentCheck.of(french.content(), List.of(Locale.FRENCH)))
                .extracting(finding -> finding.code().toString())
                .contains("UNTRANSLATED");
    }

    /** Where the title is hidden, the hint in the field is all that says what is asked. */
    @Test
    void hints_hidden_titles_and_pictures_are_named() {
        var foreign = js("""
                {"elements": [
                  {"type": "comment", "name": "reason", "titleLocation": "hidden", "placeholder": "What is the main reason?"},
                  {"type": "text", "name": "mail", "title": "Your address", "placeHolder": {"default": "a@b.org"}},
                  {"type": "radiogroup", "name": "how", "title": "How?", "choices": ["a", "b"], "showOtherItem": true,
                   "otherPlaceholder": "Please say how"},
                  {"type": "image", "name": "thanks", "imageLink": "https://example.org/thanks.png"}]}""");
        assertThat(foreign.leftovers())
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .containsExactly(
                        tuple("reason", What.SETTING, "placeholder: \"What is the main reason?\""),
                        tuple("reason", What.SETTING, "titleLocation: hidden"),
                        tuple("mail", What.SETTING, "placeHolder: {\"default\":\"a@b.org\"}"),
                        tuple("how", What.SETTING, "otherPlaceholder: \"Please say how\""),
                        tuple("thanks", What.MEDIA, "https://example.org/thanks.png"));
    }

    /** One translated text, and all others written once: people read those there in the survey's language, too. */
    @Test
    void what_is_written_once_stands_in_the_survey_s_own_language_as_well() {
        var foreign = js("""
                {"locale": "de", "title": "Wege", "completedHtml": {"default": "Thanks", "de": "Danke"}, "elements": [
                  {"type": "radiogroup", "name": "how", "title": {"default": "Wie?", "de": "Wie kommen Sie?"},
                   "choices": ["Bus", {"value": "bike", "text": "Rad"}, {"value": "foot", "text": {"default": "Walk", "de": ""}}]},
                  {"type": "matrix", "name": "rate", "title": {"de": "Wie gut?"}, "columns": [1, 2, 3], "rows": ["Licht"]}]}""");
        assertThat(foreign.content().title().texts()).containsEntry("de", "Wege");
        var how = question(foreign, "how", SingleChoice.class);
        assertThat(how.title().texts()).containsEntry("en", "Wie?").containsEntry("de", "Wie kommen Sie?");
        assertThat(how.items())
                .extracting(item -> item.text().texts().getOrDefault("de", ""))
                .containsExactly("Bus", "Rad", "Walk");
        assertThat(entry(foreign, "ratelicht").question().title().texts()).containsEntry("de", "Wie gut? – Licht");
    }

    @Test
    void a_choice_without_words_is_called_by_its_value() {
        var foreign = js("""
                {"elements": [{"type": "radiogroup", "name": "how",
                  "choices": [{"value": "bus", "text": ""}, {"value": "foot", "text": null}, {"value": "bike"}]}]}""");
        assertThat(question(foreign, "how", SingleChoice.class).items())
                .extracting(item -> item.text().in(Locale.ENGLISH))
                .containsExactly("bus", "foot", "bike");
    }

    @Test
    void a_scale_begins_with_nought_or_one() {
        var foreign = js("""
                {"elements": [{"type": "rating", "name": "values", "rateValues": [2, 3, 4]},
                  {"type": "rating", "name": "ends", "rateMin": 2, "rateMax": 6},
                  {"type": "matrix", "name": "rows", "columns": [3, 4], "rows": ["a"]}]}""");
        assertThat(question(foreign, "values", SingleChoice.class).items())
                .extracting(Item::key)
                .containsExactly("2", "3", "4");
        assertThat(question(foreign, "rowsa", SingleChoice.class).items()).hasSize(2);
        assertThat(foreign.leftovers()).containsExactly(new Leftover("ends", What.KIND, "rating 2–6"));
    }

    @Test
    void what_is_required_whenever_it_is_shown_is_required() {
        var foreign = js("""
                {"elements": [{"type": "boolean", "name": "knows", "isRequired": true},
                  {"type": "text", "name": "what", "visibleIf": "{knows} = true", "requiredIf": "{knows} = true"},
                  {"type": "text", "name": "why", "requiredIf": "{knows} = true"},
                  {"type": "multipletext", "name": "who", "visibleIf": "{knows} = true",
                   "items": [{"name": "first", "requiredIf": "{knows} = true"}]}]}""");
        assertThat(question(foreign, "what", Text.class).required()).isTrue();
        assertThat(question(foreign, "why", Text.class).required()).isFalse();
        assertThat(foreign.leftovers())
                .containsExactly(
                        new Leftover("why", What.SETTING, "requiredIf: \"{knows} = true\""),
                        new Leftover("who.first", What.SETTING, "requiredIf: \"{knows} = true\""));
    }

    @Test
    void any_of_several_numbers_is_one_of_them() {
        var foreign = js("""
                {"elements": [{"type": "rating", "name": "mood"},
                  {"type": "text", "name": "why", "visibleIf": "{mood} anyof [1, 2]"}]}""");
        var mood = entry(foreign, "mood").id();
        assertThat(entry(foreign, "why").shownIf())
                .isEqualTo(Condition.any(
                        new Comparison(mood, new Claim.Amount(Claim.Order.EQUAL, "", new BigDecimal("1"))),
                        new Comparison(mood, new Claim.Amount(Claim.Order.EQUAL, "", new BigDecimal("2")))));
        assertThat(foreign.leftovers()).isEmpty();
    }

    /** Editors write them, whether or not they say anything. */
    @Test
    void what_changes_nothing_is_not_lost() {
        var foreign = js("""
                {"questionsOnPageMode": "inputPerPage", "elements": [
                  {"type": "checkbox", "name": "ways", "choices": ["bus", "foot"], "minSelectedChoices": 1,
                   "maxSelectedChoices": 2, "otherText": "Another"},
                  {"type": "file", "name": "photo", "maxSize": 0},
                  {"type": "file", "name": "films", "allowMultiple": true, "maxFiles": 40, "maxSize": 104857600}]}""");
        assertThat(foreign.content().paging()).isEqualTo(Paging.QUESTION);
        assertThat(question(foreign, "ways", MultipleChoice.class).required())
                .as("one at least")
                .isTrue();
        assertThat(question(foreign, "photo", FileQuestion.class).megabytes())
                .as("no limit there")
                .isEqualTo(FileQuestion.MOST_MEGABYTES);
        assertThat(foreign.leftovers())
                .containsExactly(
                        new Leftover("films", What.SETTING, "maxFiles: 40"),
                        new Leftover("films", What.SETTING, "maxSize: 104857600"));
        assertThat(js("""
                        {"isSinglePage": true, "elements": [{"type": "text", "name": "a"}]}""").leftovers()).containsExactly(new Leftover("", What.SETTING, "isSinglePage: true"));
    }

    /** A few letters for each language would stand in every option that is written by its number alone. */
    @Test
    void more_languages_than_anybody_writes_in_are_left_out() {
        var titles = IntStream.range(0, 26 * 26 * 26)
                .mapToObj(at -> "\"%c%c%c\":\"t\"".formatted('a' + at / 676, 'a' + at / 26 % 26, 'a' + at % 26))
                .collect(Collectors.joining(","));
        var element = "{\"type\":\"dropdown\",\"name\":\"n\",\"choicesMin\":1,\"choicesMax\":60}";
        var json = "{\"title\":{" + titles + "},\"elements\":[" + String.join(",", Collections.nCopies(900, element))
                + "]}";

        var read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> js(json));

        assertThat(read.content().languages()).hasSize(Sketch.MOST_LANGUAGES).startsWith("en");
        assertThat(read.leftovers()).hasSize(1_000);
    }

    @Test
    void long_texts_over_many_rows_take_no_longer_than_the_file() {
        var rows = IntStream.range(0, 999).mapToObj(at -> "\"r" + at + "\"").collect(Collectors.joining(","));
        var json = """
                {"elements": [{"type": "matrix", "name": "m", "title": "%1$s", "description": "%1$s",
                  "columns": ["a", {"value": "b", "text": "%1$s"}], "rows": [%2$s]}]}""".formatted("<".repeat(1_500_000), rows);

        var read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> js(json));

        assertThat(read.content().questions()).hasSize(999);
    }
}
