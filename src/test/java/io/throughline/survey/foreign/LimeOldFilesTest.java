package io.throughline.survey.foreign;

import static io.throughline.survey.foreign.Files.entry;
import static io.throughline.survey.foreign.Files.lime;
import static io.throughline.survey.foreign.Files.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.question.NumberQuestion;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What files of the oldest versions of LimeSurvey call otherwise, and texts that are only half there. */
class LimeOldFilesTest {

    private static final String ONE_GROUP = "<groups><rows><row><gid>1</gid></row></rows></groups>";

    /** @param text what it asks, in markup */
    private static String asked(int id, String type, String code, String text) {
        return "<row><qid>%1$d</qid><sid>7</sid><gid>1</gid><type>%2$s</type><title>%3$s</title><question>%4$s</question>"
                        .formatted(id, type, code, text)
                + "<question_order>%d</question_order></row>".formatted(id);
    }

    private static String questions(String... rows) {
        return "<questions><rows>" + String.join("", rows) + "</rows></questions>";
    }

    private static String rows(String... rows) {
        return "<subquestions><rows>" + String.join("", rows) + "</rows></subquestions>";
    }

    private static String row(int id, int of, String code, String text) {
        return "<row><qid>%d</qid><parent_qid>%d</parent_qid><title>%s</title><question>%s</question></row>"
                .formatted(id, of, code, text);
    }

    private static String attribute(int of, String name, String value) {
        return "<row><qid>%d</qid><attribute>%s</attribute><value>%s</value></row>".formatted(of, name, value);
    }

    /** Whoever was promised to stay unknown must not be asked by name without a word. */
    @Test
    void that_answers_were_anonymous_is_named_by_its_older_name_too() {
        var promised = lime("<surveys><rows><row><sid>7</sid><private>Y</private></row></rows></surveys>");
        assertThat(promised.leftovers()).containsExactly(new Leftover("", What.ANONYMOUS, ""));

        var named = lime("<surveys><rows><row><sid>7</sid><private>N</private></row></rows></surveys>");
        assertThat(named.leftovers()).isEmpty();
    }

    @Test
    void how_many_may_be_ranked_is_named_by_its_older_name_too() {
        var foreign = lime(ONE_GROUP
                + questions(asked(1, "R", "first", "What comes first?"))
                + rows(row(11, 1, "a", "Roads"), row(12, 1, "b", "Parks"))
                + "<question_attributes><rows>" + attribute(1, "ranking_slots", "1") + "</rows></question_attributes>");
        assertThat(foreign.leftovers()).containsExactly(new Leftover("first", What.SETTING, "ranking_slots: 1"));
    }

    @Test
    void a_number_may_be_written_with_its_sign() {
        var foreign = lime(ONE_GROUP
                + questions(asked(1, "K", "mood", "How is it?"))
                + rows(row(11, 1, "a", "Today"))
                + "<question_attributes><rows>"
                + attribute(1, "slider_layout", "1")
                + attribute(1, "slider_min", "-5")
                + attribute(1, "slider_max", "+5")
                + "</rows></question_attributes>");
        assertThat(question(foreign, "mooda", NumberQuestion.class))
                .extracting(NumberQuestion::least, NumberQuestion::greatest)
                .containsExactly(new BigDecimal("-5"), new BigDecimal("5"));
        assertThat(foreign.leftovers()).isEmpty();
    }

    @Test
    void what_was_known_of_people_is_named_as_older_files_write_it() {
        var foreign = lime("<surveys><rows><row><sid>7</sid><attributedescriptions><![CDATA["
                + "a:1:{s:11:\"attribute_1\";a:1:{s:11:\"description\";s:8:\"District\";}}"
                + "]]></attributedescriptions></row></rows></surveys>");
        assertThat(foreign.leftovers())
                .containsExactly(new Leftover("", What.SETTING, "attributedescriptions: District"));
    }

    /** Some put all the words into the rows, some none. */
    @Test
    void nothing_is_joined_with_what_says_nothing() {
        var foreign = lime(ONE_GROUP
                + questions(asked(1, "Q", "silent", ""), asked(2, "Q", "plain", "Where from?"))
                + rows(row(11, 1, "a", "Your town"), row(21, 2, "b", "")));
        assertThat(entry(foreign, "silenta").question().title().in(Locale.ENGLISH))
                .isEqualTo("Your town");
        assertThat(entry(foreign, "plainb").question().title().in(Locale.ENGLISH))
                .isEqualTo("Where from?");
    }

    @Test
    void a_text_is_not_cut_through_a_sign() {
        var foreign = lime(ONE_GROUP + questions(asked(1, "S", "long", "x".repeat(1_999) + "\uD83D\uDEB2 and more")));
        assertThat(entry(foreign, "long").question().title().in(Locale.ENGLISH)).isEqualTo("x".repeat(1_999));
        assertThat(foreign.leftovers()).extracting(Leftover::what).containsExactly(What.CUT);
    }
}
