package io.throughline.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.backlog.expression.ExpressionIntake;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.NeedBox;
import io.throughline.survey.NeedTold;
import io.throughline.survey.question.OwnWords;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class OutcomesIT {

    private static final LocalizedText STREETS =
            LocalizedText.en("Better streets").with(Locale.GERMAN, "Bessere Straßen");
    private static final LocalDate START = LocalDate.of(2027, 1, 4);

    @Autowired
    Fixtures fixtures;

    @Autowired
    BacklogFixtures given;

    @Autowired
    NeedBox box;

    @Autowired
    Triage triage;

    @Autowired
    Outcomes outcomes;

    @Autowired
    Requirements requirements;

    @Autowired
    BacklogForPlanning planning;

    @Autowired
    BacklogForDelivery deliveries;

    @Autowired
    StatusTexts texts;

    @Autowired
    ExpressionIntake intake;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Viewer pm;
    Viewer customer;
    ExpressionTextId told;

    @BeforeEach
    void aNeedIsTold() {
        pm = fixtures.projectManager();
        customer = fixtures.customer();
        told = As.viewer(customer, () -> box.tell(Ids.next(), new OwnWords.Answer("Tell me when it is fixed")));
        await().atMost(Duration.ofSeconds(10)).until(() -> expression().isPresent());
    }

    @Test
    void hearingTheSameEventAgainChangesNothing() {
        intake.on(new NeedTold(Ids.next(), told));
        assertThat(jdbc.sql("select count(*) from expression where expression_text_id = ?")
                        .param(told.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void customersSeeWhatBecameOfTheirOwnWordsOnly() {
        assertThat(status()).isEqualTo(AnswerStatus.RECEIVED);
        assertThat(As.viewer(fixtures.customer(), outcomes::mine)).isEmpty();
        var need = join();
        assertThat(status()).isEqualTo(AnswerStatus.JOINED);
        assertThat(mine().need().in(Locale.ENGLISH)).isEqualTo("Be told when a repair is closed");

        var requirement = given.requirement(pm, given.area(pm), "Closing a report notifies the reporter");
        As.viewer(pm, () -> requirements.serve(requirement, need));
        assertThat(status()).isEqualTo(AnswerStatus.REQUIREMENT);

        within(() -> planning.planned(requirement, STREETS, START, START.plusMonths(2)));
        assertThat(status()).isEqualTo(AnswerStatus.PLANNED);
        assertThat(mine().requirements().getFirst().projectName()).isEqualTo(STREETS);
    }

    @Test
    void aChangeShowsOnceItsReasonIsSaved() {
        var need = join();
        var requirement = given.requirement(pm, given.area(pm), "Photo");
        As.viewer(pm, () -> requirements.serve(requirement, need));
        within(() -> planning.planned(requirement, STREETS, START, START.plusMonths(2)));
        within(() -> planning.planned(requirement, STREETS, START, START.plusMonths(5)));
        assertThat(status()).isEqualTo(AnswerStatus.PLANNED);
        assertThat(mine().requirements().getFirst().to()).isEqualTo(START.plusMonths(2));

        var owed = As.viewer(pm, () -> texts.owed(50)).stream()
                .filter(o -> o.requirement().equals(requirement))
                .findFirst()
                .orElseThrow();
        As.viewer(pm, () -> texts.save(owed.id(), LocalizedText.en("The supplier is late")));
        assertThat(status()).isEqualTo(AnswerStatus.CHANGED);
        var published = mine().requirements().getFirst();
        assertThat(published.text().in(Locale.ENGLISH)).isEqualTo("The supplier is late");
        assertThat(published.to()).isEqualTo(START.plusMonths(5));
        assertThat(As.viewer(pm, () -> texts.owed(50)))
                .noneMatch(o -> o.requirement().equals(requirement));
    }

    @Test
    void partOfItDoneIsPartlyDone() {
        var need = join();
        var area = given.area(pm);
        var one = given.requirement(pm, area, "One");
        var two = given.requirement(pm, area, "Two");
        for (var requirement : List.of(one, two)) {
            As.viewer(pm, () -> requirements.serve(requirement, need));
            within(() -> planning.planned(requirement, STREETS, START, START.plusMonths(2)));
        }
        fulfilled(one, Fulfilment.WAITING);
        assertThat(status()).isEqualTo(AnswerStatus.DELIVERED);
        fulfilled(one, Fulfilment.WHOLLY);
        assertThat(status()).isEqualTo(AnswerStatus.PARTLY_DONE);
        fulfilled(two, Fulfilment.PARTLY);
        assertThat(status()).isEqualTo(AnswerStatus.PARTLY_DONE);
        fulfilled(two, Fulfilment.WHOLLY);
        assertThat(status()).isEqualTo(AnswerStatus.DONE);
    }

    @Test
    void wordsAreJoinedOnceAndCanBeTakenBack() {
        var need = join();
        var row = As.viewer(pm, () -> triage.of(need, 10)).getFirst();
        assertThat(row.words()).isEqualTo("Tell me when it is fixed");
        assertThatThrownBy(() -> As.viewer(pm, () -> triage.join(row.id(), row.version(), need)))
                .hasMessage("BacklogError.ALREADY_TRIAGED");
        assertThatThrownBy(() -> As.viewer(pm, () -> triage.takeBack(row.id(), row.version() - 1)))
                .hasMessage("CommonError.STALE");
        As.viewer(pm, () -> triage.takeBack(row.id(), row.version()));
        assertThat(status()).isEqualTo(AnswerStatus.RECEIVED);
    }

    @Test
    void aDeclineNeedsAReasonWhichTheCustomerReads() {
        var id = new ExpressionId(expression().orElseThrow());
        assertThatThrownBy(() -> As.viewer(pm, () -> triage.decline(id, 0, "  ")))
                .hasMessage("BacklogError.REASON_REQUIRED");
        As.viewer(pm, () -> triage.decline(id, 0, "The county does this"));
        assertThat(status()).isEqualTo(AnswerStatus.DECLINED);
        assertThat(mine().reason()).isEqualTo("The county does this");
    }

    private NeedId join() {
        return As.viewer(
                pm,
                () -> triage.makeNeed(
                        new ExpressionId(expression().orElseThrow()),
                        0,
                        LocalizedText.en("Be told when a repair is closed")));
    }

    private java.util.Optional<java.util.UUID> expression() {
        return jdbc.sql("select id from expression where expression_text_id = ?")
                .param(told.value())
                .query(java.util.UUID.class)
                .optional();
    }

    private Outcome mine() {
        return As.viewer(customer, outcomes::mine).getFirst();
    }

    private AnswerStatus status() {
        return mine().status();
    }

    private void fulfilled(RequirementId requirement, Fulfilment how) {
        within(() -> deliveries.fulfilled(Map.of(requirement, how)));
    }

    private void within(Runnable call) {
        As.viewer(pm, () -> transaction.executeWithoutResult(status -> call.run()));
    }
}
