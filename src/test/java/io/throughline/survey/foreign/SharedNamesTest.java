package io.throughline.survey.foreign;

import static io.throughline.survey.foreign.Files.entry;
import static io.throughline.survey.foreign.Files.js;
import static io.throughline.survey.foreign.Files.lime;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Where several questions have one name, no condition may look at one of them by chance. */
class SharedNamesTest {

    private static List<Leftover> conditions(Foreign foreign) {
        return foreign.leftovers().stream()
                .filter(one -> one.what() == What.SHARED || one.what() == What.CONDITION)
                .toList();
    }

    @Test
    void a_condition_on_a_name_of_two_elements_is_left_out_and_told_with_the_name() {
        var foreign = js("""
                {"elements": [
                  {"type": "radiogroup", "name": "how", "choices": ["car", "bike"]},
                  {"type": "text", "name": "early", "visibleIf": "{how} = 'car'"},
                  {"type": "panel", "name": "early", "elements": [
                    {"type": "radiogroup", "name": "how", "choices": ["car", "foot"]}]},
                  {"type": "text", "name": "late", "visibleIf": "{early} notempty and {how} = 'car'"},
                  {"type": "text", "name": "free", "title": "You came by {how}?", "visibleIf": "{early} notempty"}]}""");
        assertThat(entry(foreign, "early").shownIf()).isEqualTo(Condition.ALWAYS);
        assertThat(entry(foreign, "late").shownIf()).isEqualTo(Condition.ALWAYS);
        assertThat(entry(foreign, "free").shownIf())
                .as("a panel holds no answer, so that its name is no second one")
                .isEqualTo(Condition.all(new Comparison(entry(foreign, "early").id(), new Claim.Answered(true))));
        assertThat(entry(foreign, "free").question().title().in(Locale.ENGLISH)).isEqualTo("You came by {how}?");
        assertThat(foreign.leftovers())
                .containsExactly(
                        new Leftover("early", What.SHARED, "how: {how} = 'car'"),
                        new Leftover("how", What.RENAMED, "how → q3"),
                        new Leftover("late", What.SHARED, "how: {early} notempty and {how} = 'car'"),
                        new Leftover("free", What.EXPRESSION, "{how}"));
    }

    @Test
    void a_page_and_a_row_are_told_as_well() {
        var foreign = js("""
                {"pages": [
                  {"name": "one", "elements": [
                    {"type": "matrix", "name": "rate", "columns": [1, 2, 3], "rows": ["light"]},
                    {"type": "text", "name": "why", "visibleIf": "{rate.light} > 2"}]},
                  {"name": "two", "visibleIf": "{rate.light} = 1", "elements": [
                    {"type": "matrix", "name": "rate", "columns": [1, 2, 3], "rows": ["light"]}]}]}""");
        assertThat(foreign.content().sections())
                .allSatisfy(section -> assertThat(section.shownIf().isAlways()).isTrue());
        assertThat(conditions(foreign))
                .containsExactly(
                        new Leftover("why", What.SHARED, "rate.light: {rate.light} > 2"),
                        new Leftover("two", What.SHARED, "rate.light: {rate.light} = 1"));
    }

    @Test
    void names_that_differ_in_upper_and_lower_case_only_are_told_apart() {
        var foreign = js("""
                {"elements": [
                  {"type": "text", "name": "town"},
                  {"type": "text", "name": "Town"},
                  {"type": "text", "name": "first", "visibleIf": "{town} notempty"},
                  {"type": "text", "name": "either", "visibleIf": "{TOWN} notempty"}]}""");
        assertThat(entry(foreign, "first").shownIf())
                .isEqualTo(Condition.all(new Comparison(entry(foreign, "town").id(), new Claim.Answered(true))));
        assertThat(conditions(foreign)).containsExactly(new Leftover("either", What.SHARED, "TOWN: {TOWN} notempty"));
    }

    @Test
    void of_two_questions_with_one_code_rows_of_conditions_find_theirs_and_expressions_are_told() {
        var foreign = lime("""
                <groups><rows><row><gid>1</gid></row></rows></groups>
                <questions><rows>
                  <row><qid>1</qid><sid>7</sid><gid>1</gid><type>Y</type><title>car</title><question_order>1</question_order></row>
                  <row><qid>2</qid><sid>7</sid><gid>1</gid><type>M</type><title>ways</title><question_order>2</question_order></row>
                  <row><qid>3</qid><sid>7</sid><gid>1</gid><type>Y</type><title>car</title><question_order>3</question_order></row>
                  <row><qid>4</qid><sid>7</sid><gid>1</gid><type>M</type><title>ways</title><question_order>4</question_order></row>
                  <row><qid>5</qid><sid>7</sid><gid>1</gid><type>S</type><title>row</title><question_order>5</question_order></row>
                  <row><qid>6</qid><sid>7</sid><gid>1</gid><type>S</type><title>said</title><question_order>6</question_order>
                    <relevance>car.NAOK == "Y"</relevance></row>
                  <row><qid>7</qid><sid>7</sid><gid>1</gid><type>S</type><title>item</title><question_order>7</question_order>
                    <relevance>ways_bus.NAOK == "Y"</relevance></row></rows></questions>
                <subquestions><rows>
                  <row><qid>21</qid><parent_qid>2</parent_qid><title>bus</title></row>
                  <row><qid>41</qid><parent_qid>4</parent_qid><title>bus</title></row></rows></subquestions>
                <conditions><rows>
                  <row><qid>5</qid><cqid>1</cqid><cfieldname>7X1X1</cfieldname><method>==</method><value>Y</value></row>
                  <row><qid>5</qid><cqid>2</cqid><cfieldname>+7X1X2bus</cfieldname><method>==</method><value>Y</value></row>
                </rows></conditions>""");
        var questions = foreign.content().entries();
        assertThat(entry(foreign, "row").shownIf())
                .isEqualTo(Condition.all(
                        new Comparison(questions.getFirst().id(), new Claim.Chosen("Y", true)),
                        new Comparison(questions.get(1).id(), new Claim.Chosen("bus", true))));
        assertThat(entry(foreign, "said").shownIf()).isEqualTo(Condition.ALWAYS);
        assertThat(conditions(foreign))
                .containsExactly(
                        new Leftover("said", What.SHARED, "car: car.NAOK == \"Y\""),
                        new Leftover("item", What.SHARED, "ways: ways_bus.NAOK == \"Y\""));
    }

    /** A dual scale can't be asked here: what looks at it may not find the other question of its name instead. */
    @Test
    void a_question_that_is_left_out_is_not_found_in_another_one() {
        var foreign = lime("""
                <groups><rows><row><gid>1</gid></row></rows></groups>
                <questions><rows>
                  <row><qid>1</qid><sid>7</sid><gid>1</gid><type>Y</type><title>car</title><question_order>1</question_order></row>
                  <row><qid>2</qid><sid>7</sid><gid>1</gid><type>1</type><title>car</title><question_order>2</question_order></row>
                  <row><qid>3</qid><sid>7</sid><gid>1</gid><type>S</type><title>why</title><question_order>3</question_order>
                    <relevance>7X1X2.NAOK == "Y"</relevance></row></rows></questions>""");
        assertThat(entry(foreign, "why").shownIf()).isEqualTo(Condition.ALWAYS);
        assertThat(conditions(foreign)).containsExactly(new Leftover("why", What.CONDITION, "7X1X2.NAOK == \"Y\""));
    }
}
