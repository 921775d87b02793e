package io.throughline.survey.foreign;

import static io.throughline.survey.foreign.Files.entry;
import static io.throughline.survey.foreign.Files.js;
import static io.throughline.survey.foreign.Files.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.SingleChoice;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Values of SurveyJS that are empty, that say "no", or that stand there twice. */
class SurveyJsValuesTest {

    /** A question answered "no" beforehand is asked unanswered here. */
    @Test
    void what_is_no_by_default_is_named_and_what_sets_nothing_is_not() {
        var foreign = js("""
                {"validators": [], "elements": [
                  {"type": "boolean", "name": "contact", "title": "May we ask you?", "defaultValue": false, "requiredIf": "",
                   "validators": [], "enableIf": null, "showSelectAllItem": false},
                  {"type": "dropdown", "name": "town", "title": "Town?", "choices": ["A", "B"], "choicesByUrl": {},
                   "allowCustomChoices": true}]}""");
        assertThat(foreign.leftovers())
                .containsExactly(
                        new Leftover("contact", What.SETTING, "defaultValue: false"),
                        new Leftover("town", What.SETTING, "allowCustomChoices: true"));
    }

    @Test
    void what_shows_nothing_is_called_by_its_value() {
        var foreign = js("""
                {"elements": [
                  {"type": "radiogroup", "name": "how", "title": "How?", "choices": [
                    {"value": "bus", "text": ""}, {"value": "foot", "text": "<img src='foot.png'>"}]},
                  {"type": "matrix", "name": "rate", "title": "Rate", "columns": ["good", "bad"], "rows": [
                    {"value": "light", "text": ""}]}]}""");
        assertThat(question(foreign, "how", SingleChoice.class).items())
                .extracting(item -> item.text().in(Locale.ENGLISH))
                .containsExactly("bus", "foot");
        assertThat(entry(foreign, "ratelight").question().title().in(Locale.ENGLISH))
                .isEqualTo("Rate – light");
        assertThat(foreign.leftovers()).extracting(Leftover::what).containsExactly(What.MEDIA);
    }

    /** Two items of one key could not be published, nor told apart. */
    @Test
    void each_item_has_a_key_of_its_own() {
        var foreign = js("""
                {"elements": [{"type": "radiogroup", "name": "age", "title": "Age?", "choices": [
                  {"value": "Item 1", "text": "Young"}, {"value": "Item 1", "text": "Old"}, "i1"]}]}""");
        assertThat(question(foreign, "age", SingleChoice.class).items())
                .extracting(Item::key, item -> item.text().in(Locale.ENGLISH))
                .containsExactly(tuple("Item1", "Young"), tuple("i2", "Old"), tuple("i1", "i1"));
        assertThat(entry(foreign, "age").question().defects()).isEmpty();
    }

    @Test
    void a_choice_called_other_is_one_beside_something_else() {
        var foreign = js("""
                {"elements": [
                  {"type": "radiogroup", "name": "how", "title": "How?", "choices": ["bus", "other"], "showOtherItem": true},
                  {"type": "text", "name": "what", "title": "What?", "visibleIf": "{how} = 'other'"}]}""");
        assertThat(question(foreign, "how", SingleChoice.class).items())
                .extracting(Item::key)
                .containsExactly("bus", "other");
        assertThat(entry(foreign, "how").question().defects()).isEmpty();
        assertThat(entry(foreign, "what").shownIf())
                .isEqualTo(
                        Condition.all(new Comparison(entry(foreign, "how").id(), new Claim.Chosen(Other.KEY, true))));
    }

    @Test
    void titles_hidden_all_over_a_page_are_named() {
        var foreign = js("""
                {"questionTitleLocation": "hidden", "pages": [{"name": "meta", "questionTitleLocation": "hidden",
                  "elements": [{"type": "text", "name": "id", "title": "Your id"}]}]}""");
        assertThat(foreign.leftovers())
                .containsExactly(
                        new Leftover("meta", What.SETTING, "questionTitleLocation: hidden"),
                        new Leftover("", What.SETTING, "questionTitleLocation: hidden"));
    }
}
