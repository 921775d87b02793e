package io.throughline.survey.foreign;

import static io.throughline.survey.foreign.Files.js;
import static io.throughline.survey.foreign.Files.lime;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.foreign.Leftover.What;
import org.junit.jupiter.api.Test;

/** What is set for a whole survey, or for one choice of a question, is not left behind without a word. */
class LeftSettingsTest {

    @Test
    void mails_the_look_parameters_and_ways_through_a_survey_of_limesurvey_are_named() {
        var foreign = lime("""
                <surveys><rows><row><sid>7</sid><language>en</language><format>A</format><template>fruity</template>
                  <allowprev>N</allowprev><navigationdelay>5</navigationdelay><expires/>
                  <emailnotificationto>inherit</emailnotificationto><emailresponseto>desk@example.org</emailresponseto>
                  <googleanalyticsapikey>9999useGlobal</googleanalyticsapikey></row></rows></surveys>
                <surveys_languagesettings><rows><row><surveyls_language>en</surveyls_language>
                  <surveyls_email_invite_subj>Please answer</surveyls_email_invite_subj>
                  <surveyls_email_remind>Dear {FIRSTNAME}</surveyls_email_remind><surveyls_email_confirm/></row></rows>
                </surveys_languagesettings>
                <survey_url_parameters><rows><row><id>1</id><parameter>district</parameter></row></rows></survey_url_parameters>""");
        assertThat(foreign.leftovers())
                .containsExactly(
                        new Leftover("", What.SETTING, "template: fruity"),
                        new Leftover("", What.SETTING, "emailresponseto: desk@example.org"),
                        new Leftover("", What.SETTING, "allowprev: N"),
                        new Leftover("", What.SETTING, "navigationdelay: 5"),
                        new Leftover("", What.SETTING, "format: A"),
                        new Leftover("", What.SETTING, "survey_url_parameters"),
                        new Leftover("", What.MAIL, "surveyls_email_invite, surveyls_email_remind"));
    }

    /** Whatever later versions add: a table nobody reads is named by itself. */
    @Test
    void a_table_that_is_not_known_is_named() {
        var foreign = lime("<weights_of_answers><rows><row><id>1</id></row></rows></weights_of_answers>");
        assertThat(foreign.leftovers()).containsExactly(new Leftover("", What.SETTING, "weights_of_answers"));
    }

    /** Later versions write down which of the tool's shelves a survey stood on. */
    @Test
    void the_group_of_surveys_it_stood_in_is_no_part_of_a_survey() {
        var foreign = lime("<surveys_groups><rows><row><gsid>1</gsid></row></rows></surveys_groups>");
        assertThat(foreign.leftovers()).isEmpty();
    }

    /** What is a number there has a unit and ends; points have none. */
    @Test
    void hundred_points_lose_their_unit_and_their_ends_not_in_silence() {
        var foreign = lime("""
                <groups><rows><row><gid>1</gid></row></rows></groups>
                <questions><rows><row><qid>1</qid><gid>1</gid><type>K</type><title>spend</title></row></rows></questions>
                <subquestions><rows><row><qid>2</qid><parent_qid>1</parent_qid><title>a</title></row>
                  <row><qid>3</qid><parent_qid>1</parent_qid><title>b</title></row></rows></subquestions>
                <question_attributes><rows>
                  <row><qid>1</qid><attribute>equals_num_value</attribute><value>100</value></row>
                  <row><qid>1</qid><attribute>suffix</attribute><value>%</value></row>
                  <row><qid>1</qid><attribute>max_num_value_n</attribute><value>60</value></row></rows></question_attributes>""");
        assertThat(foreign.leftovers())
                .containsExactlyInAnyOrder(
                        new Leftover("spend", What.SETTING, "suffix: %"),
                        new Leftover("spend", What.SETTING, "max_num_value_n: 60"));
    }

    @Test
    void ways_through_a_survey_of_surveyjs_and_what_is_said_of_one_choice_are_named() {
        var foreign = js("""
                {"questionsOnPageMode": "singlePage", "showPrevButton": false, "cookieName": "once", "backgroundImage": "a.png",
                 "elements": [{"type": "checkbox", "name": "ways", "choices": ["bus",
                   {"value": "none", "isExclusive": true}, {"value": "foot", "elements": [{"type": "text", "name": "far"}]}]}]}""");
        assertThat(foreign.leftovers())
                .containsExactly(
                        new Leftover("ways", What.SETTING, "choice: none"),
                        new Leftover("ways", What.SETTING, "choice: foot"),
                        new Leftover("", What.MEDIA, "backgroundImage"),
                        new Leftover("", What.SETTING, "cookieName"),
                        new Leftover("", What.SETTING, "showPrevButton: false"),
                        new Leftover("", What.SETTING, "questionsOnPageMode: singlePage"));
    }
}
