package io.throughline.survey.foreign;

import static io.throughline.survey.foreign.Files.lime;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.foreign.Leftover.What;
import org.junit.jupiter.api.Test;

/** What LimeSurvey counts over all answers has no equal, and is named with the questions it is about. */
class LimeCountsTest {

    private static final String ASKED = """
            <groups><rows><row><gid>1</gid></row></rows></groups>
            <group_l10ns><rows><row><gid>1</gid><group_name>You</group_name><language>en</language></row></rows></group_l10ns>
            <questions><rows>
              <row><qid>5</qid><gid>1</gid><type>L</type><title>sex</title><question_order>1</question_order>%s</row>
              <row><qid>6</qid><gid>1</gid><type>Y</type><title>here</title><question_order>2</question_order></row>
            </rows></questions>
            <answers><rows>
              <row><aid>1</aid><qid>5</qid><code>A1</code><sortorder>1</sortorder><assessment_value>%s</assessment_value></row>
              <row><aid>2</aid><qid>5</qid><code>A2</code><sortorder>2</sortorder><assessment_value>0</assessment_value></row>
            </rows></answers>""";

    private static Foreign asked(String cells, String points, String tables) {
        return lime(ASKED.formatted(cells, points) + tables);
    }

    @Test
    void quotas_are_named_one_by_one_with_the_answers_they_count() {
        var foreign = asked("", "0", """
                <quota><rows>
                  <row><id>1</id><name>Women here</name><qlimit>50</qlimit><active>1</active></row>
                  <row><id>2</id><name>All</name><qlimit>900</qlimit><active>0</active></row></rows></quota>
                <quota_members><rows>
                  <row><id>1</id><qid>5</qid><quota_id>1</quota_id><code>A2</code></row>
                  <row><id>2</id><qid>6</qid><quota_id>1</quota_id><code>Y</code></row></rows></quota_members>""");
        assertThat(foreign.leftovers())
                .containsExactly(
                        new Leftover("sex, here", What.QUOTA, "Women here: 50 (sex = A2, here = Y)"),
                        new Leftover("", What.QUOTA, "All: 900, active: 0"));
    }

    @Test
    void points_and_what_is_said_for_them_are_named() {
        var foreign = asked("", "3", """
                <assessments><rows>
                  <row><id>1</id><scope>G</scope><gid>1</gid><name>Few</name><minimum>0</minimum><maximum>2</maximum>
                    <message>&lt;p&gt;Not much&lt;/p&gt;</message><language>en</language></row>
                  <row><id>2</id><scope>T</scope><gid>0</gid><name>Many</name><minimum>3</minimum><maximum>9</maximum>
                    <message/><language>en</language></row></rows></assessments>""");
        assertThat(foreign.leftovers())
                .containsExactly(
                        new Leftover("You", What.SCORE, "Few (0 – 2): Not much"),
                        new Leftover("", What.SCORE, "Many (3 – 9): "),
                        new Leftover("sex", What.SCORE, "A1 = 3"));
    }

    /** Files of older versions have a point at every answer. */
    @Test
    void points_that_nobody_counts_are_not_lost() {
        var survey = "<surveys><rows><row><assessments>%s</assessments></row></rows></surveys>";
        assertThat(asked("", "1", survey.formatted("N")).leftovers()).isEmpty();
        assertThat(asked("", "1", survey.formatted("Y")).leftovers())
                .containsExactly(new Leftover("sex", What.SCORE, "A1 = 1"));
    }

    @Test
    void what_is_recorded_of_people_beside_their_answers_is_named() {
        var foreign = asked("<encrypted>Y</encrypted>", "0", """
                <surveys><rows><row><sid>7</sid><language>en</language><savetimings>Y</savetimings><ipaddr>N</ipaddr>
                  <refurl>I</refurl><attributedescriptions>{"attribute_1":{"description":"District","encrypted":"Y"},
                  "attribute_2":{"description":"","encrypted":"N"}}</attributedescriptions></row></rows></surveys>""");
        assertThat(foreign.leftovers())
                .containsExactly(
                        new Leftover("", What.SETTING, "savetimings: Y"),
                        new Leftover("", What.SETTING, "attributedescriptions: District"),
                        new Leftover("sex", What.SETTING, "encrypted: Y"));
    }

    @Test
    void a_question_that_is_never_shown_is_named_as_such() {
        var foreign = asked("<relevance>0</relevance>", "0", "");
        assertThat(foreign.leftovers()).containsExactly(new Leftover("sex", What.NEVER, "0"));
    }
}
