package io.throughline.survey.foreign;

import static io.throughline.survey.foreign.Files.bytes;
import static io.throughline.survey.foreign.Files.js;
import static io.throughline.survey.foreign.Files.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyError;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.logic.ContentCheck;
import io.throughline.survey.logic.Finding;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurveyJsTest {

    private final Foreign library = SurveyJs.read(bytes("library.json"));
    private final Foreign streets = SurveyJs.read(bytes("streets.json"));

    @Test
    void one_called_as_another_one_is_listed_with_its_code() {
        var twice = js("{\"title\": \"d\", \"elements\": [{\"type\": \"text\", \"name\": \"a\"},"
                + " {\"type\": \"text\", \"name\": \"a\"}, {\"type\": \"text\", \"name\": \"A\"}]}");

        assertThat(twice.content().questions()).hasSize(3);
        assertThat(twice.leftovers())
                .containsExactly(new Leftover("a", What.RENAMED, "a → q2"), new Leftover("A", What.RENAMED, "A → q3"));
    }

    @Test
    void elements_become_questions_of_ours() {
        assertThat(streets.content().title().texts())
                .containsEntry("en", "Streets")
                .containsEntry("de", "Straßen");
        assertThat(streets.content().languages()).containsExactly("en", "de");
        var how = question(streets, "how", SingleChoice.class);
        assertThat(how.required()).isTrue();
        assertThat(how.other()).isTrue();
        assertThat(how.items())
                .extracting(Item::key, item -> item.text().in(Locale.GERMAN))
                .containsExactly(tuple("car", "car"), tuple("bike", "Mit dem Rad"));
        assertThat(Files.entry(streets, "how").shuffled()).isTrue();
        assertThat(question(streets, "ways", ChoiceOfK.class).choose()).isEqualTo(2);
        assertThat(question(streets, "nps", Nps.class).title().in(Locale.ENGLISH))
                .isEqualTo("Recommend?");
        assertThat(question(streets, "mood", Scale.class))
                .extracting(
                        Scale::least,
                        Scale::greatest,
                        one -> one.high().in(Locale.ENGLISH),
                        one -> one.title().in(Locale.ENGLISH))
                .containsExactly(1, 4, "good", "mood");
        assertThat(question(streets, "lines", NumberQuestion.class).greatest()).isEqualTo(new BigDecimal("20"));
        assertThat(question(streets, "ratelight", Scale.class).title().in(Locale.ENGLISH))
                .isEqualTo("How good is – the light");
        assertThat(question(streets, "agreesafe", SingleChoice.class).items()).hasSize(2);
        assertThat(question(streets, "ok", SingleChoice.class).items())
                .extracting(Item::key)
                .containsExactly("true", "false");
        assertThat(question(streets, "since", DateQuestion.class).earliest()).isEqualTo(LocalDate.of(2020, 1, 31));
        assertThat(question(streets, "photo", FileQuestion.class))
                .extracting(FileQuestion::most, FileQuestion::megabytes)
                .containsExactly(10, 3);
    }

    @Test
    void conditions_are_kept_where_ours_can_say_them() {
        var how = Files.entry(streets, "how").id();
        var nps = Files.entry(streets, "nps").id();
        assertThat(Files.entry(streets, "ways").shownIf())
                .isEqualTo(Condition.any(
                        new Comparison(how, new Claim.Chosen("bike", true)),
                        new Comparison(how, new Claim.Chosen(Other.KEY, true))));
        assertThat(Files.entry(streets, "mood").shownIf())
                .isEqualTo(Condition.all(
                        new Comparison(nps, new Claim.Amount(Claim.Order.AT_MOST, "", new BigDecimal("6")))));
        assertThat(Files.entry(streets, "why").shownIf())
                .as("of the panel and its own")
                .isEqualTo(Condition.all(
                        new Comparison(Files.entry(streets, "ways").id(), new Claim.Chosen("bus", true)),
                        new Comparison(nps, new Claim.Amount(Claim.Order.AT_LEAST, "", new BigDecimal("3")))));
        assertThat(streets.content().sections().getLast().shownIf())
                .isEqualTo(Condition.all(new Comparison(how, new Claim.Answered(true))));
        assertThat(question(streets, "why", Text.class).title().in(Locale.ENGLISH))
                .isEqualTo("Why {{how|…}}?");
        assertThat(ContentCheck.of(streets.content(), streets.content().locales()))
                .noneMatch(Finding::error);
    }

    @Test
    void a_text_by_default_is_english_where_the_survey_s_own_language_stands_beside_it() {
        var both = js("""
                {"locale": "de", "title": {"default": "Parks", "de": "Grünanlagen"}, "elements": [
                  {"type": "text", "name": "which", "title": {"default": "Which?", "de": "Welche?"}}]}""");
        assertThat(both.content().languages()).containsExactly("de", "en");
        assertThat(both.content().title().texts()).containsEntry("en", "Parks").containsEntry("de", "Grünanlagen");
        var one = js("""
                {"locale": "de", "title": "Grünanlagen", "elements": [
                  {"type": "text", "name": "which", "title": {"default": "Welche?", "fr": "Laquelle?"}}]}""");
        assertThat(one.content().title().texts()).containsOnly(entry("de", "Grünanlagen"));
        assertThat(question(one, "which", Text.class).title().texts())
                .containsOnly(entry("de", "Welche?"), entry("fr", "Laquelle?"));
    }

    @Test
    void choices_may_be_written_with_a_bar_or_by_their_ends() {
        var foreign = js("""
                {"elements": [
                  {"type": "radiogroup", "name": "size", "choices": ["s|Small", "Large"]},
                  {"type": "text", "name": "why", "visibleIf": "{size} = 's'"},
                  {"type": "dropdown", "name": "year", "choicesMin": 2020, "choicesMax": 2024, "choicesStep": 2}]}""");
        assertThat(question(foreign, "size", SingleChoice.class).items())
                .extracting(Item::key, item -> item.text().in(Locale.ENGLISH))
                .containsExactly(tuple("s", "Small"), tuple("Large", "Large"));
        assertThat(Files.entry(foreign, "why").shownIf())
                .isEqualTo(Condition.all(
                        new Comparison(Files.entry(foreign, "size").id(), new Claim.Chosen("s", true))));
        assertThat(question(foreign, "year", SingleChoice.class).items())
                .extracting(Item::key)
                .containsExactly("2020", "2022", "2024");
        assertThat(foreign.leftovers()).isEmpty();
    }

    @Test
    void numbers_have_decimals_unless_a_step_says_otherwise_and_more_is_still_more() {
        var foreign = js("""
                {"elements": [
                  {"type": "text", "name": "hours", "inputType": "number"},
                  {"type": "text", "name": "age", "inputType": "number", "step": 1},
                  {"type": "text", "name": "long", "visibleIf": "{hours} > 2.5 and {age} < 18"}]}""");
        assertThat(question(foreign, "hours", NumberQuestion.class).decimals()).isEqualTo(2);
        assertThat(question(foreign, "age", NumberQuestion.class).decimals()).isZero();
        assertThat(Files.entry(foreign, "long").shownIf())
                .isEqualTo(Condition.all(
                        new Comparison(
                                Files.entry(foreign, "hours").id(),
                                new Claim.Amount(Claim.Order.AT_LEAST, "", new BigDecimal("2.51"))),
                        new Comparison(
                                Files.entry(foreign, "age").id(),
                                new Claim.Amount(Claim.Order.AT_MOST, "", new BigDecimal("17")))));
    }

    @Test
    void what_would_be_asked_otherwise_is_named() {
        assertThat(js("""
                        {"questionsOrder": "random", "pages": [{"name": "p", "readOnly": true, "elements": [
                          {"type": "rating", "name": "steps", "rateMin": 0, "rateMax": 10, "rateStep": 2},
                          {"type": "checkbox", "name": "ways", "choices": ["b", "a"], "choicesOrder": "asc", "visible": false},
                          {"type": "panel", "name": "inside", "description": "Think of winter.", "requiredIf": "{ways} notempty",
                           "elements": [{"type": "text", "name": "who", "valueName": "person"}]}]}]}""").leftovers())
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .containsExactly(
                        tuple("steps", What.KIND, "rating 0–10, rateStep 2"),
                        tuple("ways", What.SETTING, "choicesOrder: asc"),
                        tuple("ways", What.SETTING, "visible: false"),
                        tuple("inside", What.SHOWN_TEXT, "Think of winter."),
                        tuple("inside", What.SETTING, "requiredIf"),
                        tuple("who", What.SETTING, "valueName: \"person\""),
                        tuple("p", What.SETTING, "readOnly"),
                        tuple("", What.SETTING, "questionsOrder"));
    }

    @Test
    void everything_that_is_left_out_is_named() {
        assertThat(streets.leftovers())
                .extracting(Leftover::path, Leftover::what)
                .contains(
                        tuple("", What.SETTING),
                        tuple("rate", What.ROWS),
                        tuple("first", What.CONDITION),
                        tuple("thanks", What.SHOWN_TEXT),
                        tuple("table", What.KIND),
                        tuple("sign", What.KIND),
                        tuple("town", What.SETTING));
    }

    @Test
    void a_survey_of_the_creator_comes_over_with_its_languages_values_and_lists() {
        assertThat(library.content().languages()).containsExactly("en", "de");
        assertThat(library.content().sections())
                .extracting(section -> section.title().in(Locale.GERMAN))
                .containsExactly("Ihr Besuch", "Was Sie meinen");
        var often = question(library, "often", SingleChoice.class);
        assertThat(often.items())
                .as("none of them is one of them")
                .extracting(item -> item.text().in(Locale.GERMAN))
                .containsExactly("Jede Woche", "Jeden Monat", "Nie", "Nichts davon");
        assertThat(library.content().sections().getLast().shownIf())
                .as("any of a list")
                .isEqualTo(Condition.any(
                        new Comparison(often.id(), new Claim.Chosen("week", true)),
                        new Comparison(often.id(), new Claim.Chosen("month", true))));
        var quiet = question(library, "quiet", SingleChoice.class);
        assertThat(quiet.items())
                .extracting(Item::key, item -> item.text().in(Locale.GERMAN))
                .containsExactly(tuple("quiet", "Ruhig"), tuple("loud", "Laut"));
        assertThat(question(library, "stafffriendly", SingleChoice.class))
                .as("every row must be answered")
                .extracting(SingleChoice::required, one -> one.title().in(Locale.GERMAN))
                .containsExactly(true, "Das Personal ist – freundlich");
        assertThat(question(library, "recommend", Nps.class).required()).isFalse();
        assertThat(question(library, "light", Scale.class).greatest()).isEqualTo(5);
        assertThat(question(library, "room", SingleChoice.class).items())
                .extracting(item -> item.text().in(Locale.ENGLISH))
                .containsExactly("Attic", "cellar");
        assertThat(ContentCheck.of(library.content(), library.content().locales()))
                .noneMatch(Finding::error);
    }

    @Test
    void what_is_not_so_holds_there_without_an_answer_too() {
        var what = Files.entry(library, "what").id();
        assertThat(Files.entry(library, "whynot").shownIf())
                .as("what must be answered always has an answer")
                .isEqualTo(Condition.all(
                        new Comparison(Files.entry(library, "often").id(), new Claim.Chosen("week", false))));
        assertThat(Files.entry(library, "wish").shownIf())
                .isEqualTo(Condition.any(
                        new Comparison(what, new Claim.Chosen("books", false)),
                        new Comparison(what, new Claim.Answered(false))));
        assertThat(library.leftovers())
                .extracting(Leftover::path, Leftover::what, Leftover::detail)
                .as("of what comes later nothing is known yet")
                .contains(
                        tuple("quiet", What.CONDITION, "{often} = 'week' and {staff.friendly} <> 'no'"),
                        tuple("inside", What.SHOWN_TEXT, "Inside"),
                        tuple("why-not", What.SETTING, "maxLength: 200"),
                        tuple("room", What.MEDIA, "imageLink"),
                        tuple("warmth", What.KIND, "slider"),
                        tuple("loans", What.KIND, "matrixdynamic: title"),
                        tuple("", What.SETTING, "completedHtml"),
                        tuple("", What.SETTING, "triggers"));
    }

    @Test
    void what_is_no_survey_is_refused_with_its_line() {
        refused(SurveyError.FOREIGN_NO_SURVEY, "{}");
        refused(SurveyError.FOREIGN_NO_SURVEY, "[]");
        refused(SurveyError.FOREIGN_TOO_MUCH, "[".repeat(1_000));
        refused(SurveyError.FOREIGN_NOT_READABLE, "{\"pages\": [], \"pages\": []}");
        refused(SurveyError.FOREIGN_TOO_MUCH, " ".repeat(Foreign.LARGEST + 1));
        refused(
                SurveyError.FOREIGN_TOO_MUCH,
                "{\"elements\": [" + "{\"type\":\"text\",\"name\":\"a\"},".repeat(1_500) + "{}]}");
        assertThatThrownBy(() -> SurveyJs.read("{\n\"pages\": [\n}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(3));
    }

    /** Rows times columns: the file is a few kilobytes, what it stands for would be hundreds of millions of options. */
    @Test
    void a_small_file_that_stands_for_more_than_a_survey_is_refused_at_once() {
        var names = IntStream.range(0, 20_000).mapToObj(at -> "\"n" + at + "\"").collect(Collectors.joining(","));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> refused(
                        SurveyError.FOREIGN_TOO_MUCH,
                        "{\"elements\": [{\"type\": \"matrix\", \"name\": \"m\", \"columns\": [%s], \"rows\": [%s]}]}"
                                .formatted(names, names)));
    }

    @Test
    void however_a_file_is_damaged_it_is_read_or_refused() {
        var sound = new String(bytes("streets.json"), StandardCharsets.UTF_8);
        var pieces = new String[] {"null", "[]", "{}", "1e9", "-1", "\"\"", "true", "\"{how}\"", "99999999999"};
        for (int seed = 0; seed < 1_500; seed++) {
            var random = new Random(seed);
            var damaged = new StringBuilder(sound);
            for (int times = random.nextInt(1, 6); times > 0; times--) {
                int colon = damaged.indexOf(":", random.nextInt(damaged.length()));
                int end = colon < 0 ? -1 : damaged.indexOf(",", colon);
                if (end > 0 && random.nextBoolean()) {
                    damaged.replace(colon + 1, end, pieces[random.nextInt(pieces.length)]);
                } else {
                    damaged.deleteCharAt(random.nextInt(damaged.length()));
                }
            }
            try {
                var foreign = SurveyJs.read(damaged.toString().getBytes(StandardCharsets.UTF_8));
                assertThat(ContentCheck.of(foreign.content(), foreign.content().locales()))
                        .as("seed " + seed)
                        .isNotNull();
            } catch (DomainException expected) {
                assertThat(expected.code()).as("seed " + seed).isInstanceOf(SurveyError.class);
            }
        }
    }

    private static void refused(SurveyError code, String json) {
        assertThatThrownBy(() -> SurveyJs.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void values_in_conditions_are_found_in_any_case_unless_both_can_be_chosen() {
        var foreign = js("""
                {"elements": [
                  {"type": "radiogroup", "name": "go", "choices": ["Yes", "No"]},
                  {"type": "radiogroup", "name": "sign", "choices": ["a", "A"]},
                  {"type": "text", "name": "why", "visibleIf": "{Go} = 'yes'"},
                  {"type": "text", "name": "which", "visibleIf": "{sign} = 'A'"}]}""");
        assertThat(Files.entry(foreign, "why").shownIf())
                .isEqualTo(
                        Condition.all(new Comparison(Files.entry(foreign, "go").id(), new Claim.Chosen("Yes", true))));
        assertThat(Files.entry(foreign, "which").shownIf())
                .isEqualTo(Condition.all(
                        new Comparison(Files.entry(foreign, "sign").id(), new Claim.Chosen("A", true))));
        assertThat(foreign.leftovers()).isEmpty();
    }

    @Test
    void what_stands_in_parts_of_a_question_is_not_lost_unsaid() {
        var foreign = js("""
                {"elements": [
                  {"type": "checkbox", "name": "few", "choices": ["a", "b"], "showNoneItem": true, "noneText": "Elsewhere",
                   "showSelectAllItem": true},
                  {"type": "text", "name": "plain", "minLength": 3, "dataList": ["x"]},
                  {"type": "multipletext", "name": "you", "items": [{"name": "home", "visibleIf": "{plain} notempty"}]},
                  {"type": "matrixdropdown", "name": "grid", "columns": [{"name": "c"}], "rows": ["r", {"value": "s"}]},
                  {"type": "flowpanel", "name": "flow", "elements": [{"type": "text", "name": "inside"}]},
                  {"type": "expression", "name": "sum", "expression": "{plain} + 1"}]}""");
        assertThat(foreign.leftovers())
                .containsExactly(
                        new Leftover("few", What.SETTING, "noneText: Elsewhere"),
                        new Leftover("few", What.SETTING, "showSelectAllItem: true"),
                        new Leftover("plain", What.SETTING, "minLength: 3"),
                        new Leftover("plain", What.SETTING, "dataList: [\"x\"]"),
                        new Leftover("you.home", What.CONDITION, "{plain} notempty"),
                        new Leftover("grid", What.KIND, "matrixdropdown: r, s, c"),
                        new Leftover("flow", What.KIND, "flowpanel: inside"),
                        new Leftover("sum", What.KIND, "expression"),
                        new Leftover("sum", What.SETTING, "expression: \"{plain} + 1\""));
    }
}
