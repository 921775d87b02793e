package io.throughline.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.backlog.BacklogFixtures;
import io.throughline.backlog.ExpressionId;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.Needs;
import io.throughline.backlog.Triage;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.NeedBox;
import io.throughline.survey.question.OwnWords;
import java.time.Duration;
import java.util.List;
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
    NeedBox box;

    @Autowired
    Triage triage;

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
        var customer = fixtures.customer();
        var need = given.need(pm, LocalizedText.en("Photos"));
        var requirement = given.requirement(pm, given.area(pm), "Photo");
        given.rated(pm, requirement, .9);
        jdbc.sql(
                        "insert into requirement_need (requirement_id, need_id, linked_by, linked_at) values (?, ?, ?, now(6))")
                .params(requirement.value(), need.value(), pm.id().value())
                .update();
        var campaign = Ids.next();
        jdbc.sql("""
                insert into campaign (id, version, survey_id, survey_version_id, number, opens_at, closes_at, published_at,
                    published_by)
                select ?, 0, v.survey_id, v.id, 1, now(6), now(6), now(6), v.published_by
                from evidence e join survey_version v on v.id = e.survey_version_id where e.requirement_id = ?
                """).params(campaign, requirement.value()).update();
        var response = Ids.next();
        jdbc.sql("""
                insert into response (id, version, campaign_id, person_id, started_at, submitted_at, submitted_revision,
                    submitted_edits)
                values (?, 0, ?, ?, now(6), now(6), 1, 1)
                """).params(response, campaign, customer.id().value()).update();
        var nobody = fixtures.manager().id();
        for (var item : List.of("another", "item")) {
            jdbc.sql("""
                    insert into submitted_answer (response_id, revision, question_id, content)
                    select ?, ?, question_id, ? from evidence where requirement_id = ?
                    """)
                    .params(
                            response,
                            item.equals("item") ? 2 : 1,
                            "{\"chosen\":[\"" + item + "\"]}",
                            requirement.value())
                    .update();
            jdbc.sql("update response set submitted_revision = ? where id = ?")
                    .params(item.equals("item") ? 2 : 1, response)
                    .update();
            assertThat(anybodyBut(nobody, need)).as(item).isEqualTo(item.equals("item"));
        }
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
