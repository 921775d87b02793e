package io.throughline.survey.foreign;

import static io.throughline.survey.foreign.Files.entry;
import static io.throughline.survey.foreign.Files.js;
import static io.throughline.survey.foreign.Files.lime;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.logic.ContentCheck;
import io.throughline.survey.question.Other;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order between a number and what is chosen says which of the choices are meant. */
class ChosenNumbersTest {

    private static Foreign asked(String more, String condition) {
        return js("""
                {"elements": [
                  {"type": "radiogroup", "name": "age", "choices": [1, 2, {"value": 3, "text": "three"}, 4, 5] %s},
                  {"type": "radiogroup", "name": "sort", "choices": ["a", "b"]},
                  {"type": "checkbox", "name": "few", "choices": [1, 2, 3]},
                  {"type": "text", "name": "why", "visibleIf": "%s"}]}""".formatted(more, condition));
    }

    private static Comparison age(Foreign foreign, Claim claim) {
        return new Comparison(entry(foreign, "age").id(), claim);
    }

    private static Comparison[] chosen(Foreign foreign, boolean so, String... keys) {
        return Stream.of(keys)
                .map(key -> age(foreign, new Claim.Chosen(key, so)))
                .toArray(Comparison[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "{age} >= 3, 3 4 5",
        "{age} > 3, 4 5",
        "{age} <= 2, 1 2",
        "{age} < 2, 1",
        "{age} >= '3', 3 4 5",
        "{age} greaterOrEqual 2.5, 3 4 5",
    })
    void choices_whose_number_is_so_are_any_of_them(String condition, String keys) {
        var foreign = asked(", \"isRequired\": true, \"showOtherItem\": true", condition);
        var comparisons = chosen(foreign, true, keys.split(" "));
        assertThat(entry(foreign, "why").shownIf())
                .isEqualTo(comparisons.length == 1 ? Condition.all(comparisons) : Condition.any(comparisons));
        assertThat(foreign.leftovers()).isEmpty();
    }

    @Test
    void where_every_choice_is_so_there_is_no_condition_but_that_there_is_an_answer_where_there_may_be_none() {
        assertThat(entry(asked(", \"isRequired\": true", "{age} >= 1"), "why").shownIf())
                .isEqualTo(Condition.ALWAYS);
        var left = asked("", "{age} < 9");
        assertThat(entry(left, "why").shownIf()).isEqualTo(Condition.all(age(left, new Claim.Answered(true))));
        assertThat(left.leftovers()).isEmpty();
        var other = asked(", \"isRequired\": true, \"showOtherItem\": true", "{age} >= 1");
        assertThat(entry(other, "why").shownIf())
                .as("something else is no number")
                .isEqualTo(Condition.any(chosen(other, true, "1", "2", "3", "4", "5")));
    }

    @Test
    void where_no_choice_is_so_that_is_said() {
        for (var condition : new String[] {"{age} > 5", "{age} > 5 and {sort} = 'a'", "{age} > 5 or {age} < 1"}) {
            var foreign = asked("", condition);
            assertThat(entry(foreign, "why").shownIf()).isEqualTo(Condition.ALWAYS);
            assertThat(foreign.leftovers()).containsExactly(new Leftover("why", What.NEVER, condition));
        }
        var or = asked("", "{age} > 5 or {sort} = 'a'");
        assertThat(entry(or, "why").shownIf())
                .isEqualTo(Condition.all(new Comparison(entry(or, "sort").id(), new Claim.Chosen("a", true))));
        assertThat(or.leftovers()).isEmpty();
    }

    @Test
    void beside_what_else_must_hold_the_other_choices_are_ruled_out() {
        var foreign = asked(", \"showOtherItem\": true", "{age} >= 2 and {age} <= 4 and {sort} = 'a'");
        var expected = Stream.concat(
                        Stream.of("1", Other.KEY, "5").map(key -> age(foreign, new Claim.Chosen(key, false))),
                        Stream.of(new Comparison(entry(foreign, "sort").id(), new Claim.Chosen("a", true))))
                .toArray(Comparison[]::new);
        assertThat(entry(foreign, "why").shownIf()).isEqualTo(Condition.all(expected));
        assertThat(foreign.leftovers()).isEmpty();
        assertThat(ContentCheck.of(foreign.content(), foreign.content().locales()))
                .noneMatch(finding -> finding.error() && finding.question() != null);
    }

    @Test
    void what_is_no_number_or_may_be_several_is_not_guessed() {
        for (var condition : new String[] {"{sort} >= 3", "{few} >= 2", "{age} >= 'b'"}) {
            var foreign = asked("", condition);
            assertThat(foreign.leftovers()).containsExactly(new Leftover("why", What.CONDITION, condition));
        }
    }

    @Test
    void codes_of_answers_that_are_numbers_are_put_in_order_too() {
        var foreign = lime("""
                <groups><rows><row><gid>1</gid></row></rows></groups>
                <questions><rows>
                  <row><qid>1</qid><gid>1</gid><type>L</type><title>age</title><question_order>1</question_order></row>
                  <row><qid>2</qid><gid>1</gid><type>T</type><title>why</title><question_order>2</question_order>
                    <relevance>((age.NAOK &gt;= "2"))</relevance></row></rows></questions>
                <answers><rows>
                  <row><qid>1</qid><code>1</code><answer>one</answer><sortorder>1</sortorder></row>
                  <row><qid>1</qid><code>2</code><answer>two</answer><sortorder>2</sortorder></row>
                  <row><qid>1</qid><code>3</code><answer>three</answer><sortorder>3</sortorder></row></rows></answers>""");
        assertThat(entry(foreign, "why").shownIf()).isEqualTo(Condition.any(chosen(foreign, true, "2", "3")));
        assertThat(foreign.leftovers()).isEmpty();
    }
}
