package io.throughline.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.backlog.BacklogFixtures;
import io.throughline.backlog.Evidence;
import io.throughline.backlog.ExpressionId;
import io.throughline.backlog.ItemRef;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.Needs;
import io.throughline.backlog.Requirements;
import io.throughline.backlog.Triage;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
import io.throughline.shared.Viewer;
import io.throughline.shared.row.Columns;
import io.throughline.support.As;
import io.throughline.support.DatabaseCost;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.AnsweredSurveys;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.NeedBox;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.question.OwnWords;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether there is anybody left who can say that a need is met. */
@IntegrationTest
class AskersIT {

    @Autowired
    Fixtures fixtures;

    @Autowired
    BacklogFixtures given;

    @Autowired
    AskersBehindAnswers askers;

    @Autowired
    Needs needs;

    @Autowired
    AnsweredSurveys surveys;

    @Autowired
    SurveyFixtures answered;

    @Autowired
    SurveyResults results;

    @Autowired
    Evidence evidence;

    @Autowired
    Requirements requirements;

    @Autowired
    NeedBox box;

    @Autowired
    Triage triage;

    @Autowired
    DatabaseCost cost;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoSaidItIsAskedAsLongAsTheyCanSignIn() {
        var customer = fixtures.customer();
        var pm = fixtures.projectManager();
        var said = As.viewer(customer, () -> box.tell(Ids.next(), new OwnWords.Answer("Tell me when it is fixed")));
        var expression = expression(said);
        var need = As.viewer(pm, () -> triage.makeNeed(expression, 0, LocalizedText.en("Be told")));
        var wider = given.need(pm, LocalizedText.en("Hear of repairs"));
        var others = given.need(pm, LocalizedText.en("Said by nobody"));
        var nobody = fixtures.manager().id();

        assertThat(anybodyBut(nobody, need)).isTrue();
        assertThat(anybodyBut(customer.id(), need))
                .as("who delivers is not asked")
                .isFalse();
        assertThat(anybodyBut(nobody, others)).isFalse();
        As.viewer(pm, () -> needs.merge(need, needs.detail(need).version(), wider));
        assertThat(anybodyBut(nobody, wider)).as("of a need merged into it").isTrue();

        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(customer.id().value())
                .update();
        assertThat(anybodyBut(nobody, wider)).isFalse();
    }

    @Test
    void whoNamedTheItemIsAskedAndWhoNamedAnotherIsNot() {
        var pm = fixtures.projectManager();
        var survey = surveys.by(pm, "");
        var roads = new ItemRef(survey.version(), survey.points(), "roads");
        var requirement =
                As.viewer(pm, () -> evidence.toRequirement(roads, given.area(pm), LocalizedText.en("Safe roads")));
        var served = given.need(pm, LocalizedText.en("Roads without holes"));
        As.viewer(pm, () -> requirements.serve(requirement, served));
        var another = given.need(pm, LocalizedText.en("Lamps"));
        jdbc.sql("""
                insert into evidence (id, need_id, survey_version_id, question_id, item_key, people, figures, attached_by,
                    attached_at)
                select uuid(), ?, survey_version_id, question_id, 'lamps', people, figures, attached_by, attached_at
                from evidence where requirement_id = ?
                """).params(another.value(), requirement.value()).update();
        var nobody = fixtures.manager().id();

        assertThat(anybodyBut(nobody, served))
                .as("of a need its requirement serves")
                .isTrue();
        assertThat(anybodyBut(survey.customer().id(), served)).isFalse();
        assertThat(anybodyBut(nobody, another))
                .as("answered the question, named others")
                .isFalse();
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(survey.customer().id().value())
                .update();
        assertThat(anybodyBut(nobody, served)).isFalse();
    }

    @Test
    void however_many_items_stand_behind_a_need_it_takes_as_many_statements() {
        var pm = fixtures.projectManager();
        var home = fixtures.organisation();
        var round = answered.published(pm, home);
        var version =
                As.viewer(pm, () -> results.report(round, ResultsFilter.NONE)).surveyVersion();
        var customer = fixtures.customer(home);
        answered.submitted(customer, round, SurveyFixtures.points(40, 60), "");
        var one = given.need(pm, LocalizedText.en("Roads"));
        var both = given.need(pm, LocalizedText.en("Roads and parks"));
        attach(pm, one, version, "roads");
        attach(pm, both, version, "roads");
        attach(pm, both, version, "parks");
        anybodyBut(customer.id(), both);

        var statements =
                cost.of(() -> assertThat(anybodyBut(customer.id(), one)).isFalse());

        assertThat(cost.of(() -> assertThat(anybodyBut(customer.id(), both)).isFalse())
                        .statements())
                .isEqualTo(statements.statements());
    }

    private void attach(Viewer pm, NeedId need, SurveyVersionId version, String item) {
        As.viewer(pm, () -> evidence.attachToNeed(need, new ItemRef(version, SurveyFixtures.POINTS.id(), item)));
    }

    @Test
    void whoGaveAnItemNothingDidNotAskForIt() {
        var pm = fixtures.projectManager();
        var home = fixtures.organisation();
        var round = answered.published(pm, home);
        answered.submitted(fixtures.customer(home), round, SurveyFixtures.points(0, 100), "");
        var need = given.need(pm, LocalizedText.en("Roads without holes"));
        var version =
                As.viewer(pm, () -> results.report(round, ResultsFilter.NONE)).surveyVersion();
        As.viewer(pm, () -> evidence.attachToNeed(need, new ItemRef(version, SurveyFixtures.POINTS.id(), "roads")));
        var nobody = fixtures.manager().id();

        assertThat(anybodyBut(nobody, need)).as("no points").isFalse();
        answered.submitted(fixtures.customer(home), round, SurveyFixtures.points(1, 99), "");
        assertThat(anybodyBut(nobody, need)).as("one point").isTrue();
    }

    private boolean anybodyBut(PersonId person, NeedId need) {
        return askers.anybodyBut(person, Set.of(need));
    }

    private ExpressionId expression(ExpressionTextId said) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> jdbc.sql("select id from expression where expression_text_id = ?")
                                .param(said.value())
                                .query((row, i) -> new ExpressionId(Columns.uuid(row, "id")))
                                .list(),
                        found -> !found.isEmpty())
                .getFirst();
    }
}
