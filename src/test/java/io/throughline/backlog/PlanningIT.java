package io.throughline.backlog;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.Effort;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class PlanningIT {

    private static final LocalizedText STREETS =
            LocalizedText.en("Better streets").with(Locale.GERMAN, "Bessere Straßen");
    private static final LocalDate START = LocalDate.of(2027, 1, 4);
    private static final LocalDate FINISH = LocalDate.of(2027, 3, 31);

    @Autowired
    Fixtures fixtures;

    @Autowired
    BacklogFixtures given;

    @Autowired
    BacklogForPlanning planning;

    @Autowired
    BacklogForDelivery deliveries;

    @Autowired
    Requirements requirements;

    @Autowired
    Needs needs;

    @Autowired
    TransactionTemplate transaction;

    Viewer pm;
    AreaId area;
    RequirementId requirement;

    @BeforeEach
    void aRequirement() {
        pm = fixtures.projectManager();
        area = given.area(pm);
        requirement = given.requirement(pm, area, "A report can carry a photo");
        As.viewer(pm, () -> requirements.accept(requirement, detail().version()));
    }

    @Test
    void aPlanSeesWhatIsAcceptedWithItsNeedsAndPrerequisites() {
        var need = As.viewer(pm, () -> needs.create(LocalizedText.en("Know what became of my report")));
        var before = given.requirement(pm, area, "Reports are stored");
        As.viewer(pm, () -> {
            var seen = detail();
            requirements.reword(
                    requirement,
                    seen.version(),
                    seen.content(),
                    seen.content().withEstimate(Effort.ofDays(4), Money.of(500)).withMust(true));
            requirements.serve(requirement, need);
            requirements.require(requirement, detail().version(), Set.of(before));
        });
        given.rated(pm, requirement, .102);
        var plannable = As.viewer(pm, () -> planning.plannable(area, List.of()));
        assertThat(plannable).hasSize(1);
        var one = plannable.getFirst();
        assertThat(one.version()).isEqualTo(2);
        assertThat(one.score()).isEqualByComparingTo(".102");
        assertThat(one.effort()).isEqualTo(Effort.ofDays(4));
        assertThat(one.cost()).isEqualTo(Money.of(500));
        assertThat(one.prerequisites()).containsExactly(before);
        assertThat(one.needs()).containsExactly(need);
        assertThat(one.must()).isTrue();
        assertThat(As.viewer(pm, () -> planning.byIds(List.of(before, requirement))))
                .extracting(PlannableRequirement::id)
                .containsExactlyInAnyOrder(before, requirement);
        assertThat(As.viewer(pm, () -> planning.needs(List.of(need))).get(need).key())
                .startsWith("NEED-");
    }

    /** Each says one thing, never all it serves as it was seen. */
    @Test
    void whoSaysThatItServesLessTakesNothingFromWhoSaidMoreMeanwhile() {
        var first = As.viewer(pm, () -> needs.create(LocalizedText.en("Know what became of my report")));
        var second = As.viewer(pm, () -> needs.create(LocalizedText.en("See where it stands")));
        As.viewer(pm, () -> {
            requirements.serve(requirement, first);
            requirements.serve(requirement, second);
            requirements.serve(requirement, second);
        });
        As.viewer(fixtures.projectManager(), () -> requirements.serveNoMore(requirement, first));
        assertThat(As.viewer(pm, this::detail).needs())
                .extracting(NeedSummary::id)
                .containsExactly(second);
    }

    @Test
    void aNeedOrAReasonStandsBehindIt() {
        var need = As.viewer(pm, () -> needs.create(LocalizedText.en("Know what became of my report")));
        var titled = RequirementContent.titled(LocalizedText.en("Photo"));
        refused(pm, BacklogError.NEED_OR_REASON, () -> requirements.create(area, titled, List.of()));
        refused(pm, BacklogError.NEED_OR_REASON, () -> reasoned(" "));

        As.viewer(pm, () -> {
            requirements.serve(requirement, need);
            reasoned(null);
        });
        refused(pm, BacklogError.NEED_OR_REASON, () -> {
            requirements.serveNoMore(requirement, need);
            return 1;
        });
        As.viewer(pm, () -> {
            assertThat(detail().needs()).hasSize(1);
            reasoned("Legal duty");
            requirements.serveNoMore(requirement, need);
            assertThat(detail().needs()).isEmpty();
        });
    }

    private long reasoned(@Nullable String reason) {
        var seen = detail();
        return requirements.reword(
                requirement, seen.version(), seen.content(), seen.content().withNoNeedReason(reason));
    }

    @Test
    void aCircleOfPrerequisitesIsRefused() {
        var other = given.requirement(pm, area, "Other");
        As.viewer(pm, () -> requirements.require(requirement, version(requirement), Set.of(other)));
        assertThatThrownBy(() -> As.viewer(pm, () -> requirements.require(other, version(other), Set.of(requirement))))
                .hasMessage("BacklogError.PREREQUISITE_CYCLE");
        assertThatThrownBy(() -> As.viewer(pm, () -> requirements.require(other, version(other), Set.of(other))))
                .hasMessage("BacklogError.PREREQUISITE_CYCLE");
    }

    @Test
    void prerequisitesAreReplacedOnlyAsTheyWereSeen() {
        var one = given.requirement(pm, area, "One");
        var two = given.requirement(pm, area, "Two");
        As.viewer(pm, () -> {
            long seen = version(requirement);
            long next = requirements.require(requirement, seen, Set.of(one));
            assertThat(next).isGreaterThan(seen).isEqualTo(version(requirement));
            assertThatThrownBy(() -> requirements.require(requirement, seen, Set.of(two)))
                    .hasMessage("CommonError.STALE");
            assertThat(detail().prerequisites()).extracting(RequirementName::id).containsExactly(one);
            assertThat(requirements.require(requirement, next, Set.of(one))).isEqualTo(next);
            requirements.require(requirement, next, Set.of(two));
            assertThat(detail().prerequisites()).extracting(RequirementName::id).containsExactly(two);
        });
    }

    @Test
    void teamMembersSeeNoCostOfARequirement() {
        As.viewer(pm, () -> {
            var seen = detail();
            requirements.reword(
                    requirement,
                    seen.version(),
                    seen.content(),
                    seen.content().withEstimate(Effort.ofDays(4), Money.of(500)));
        });
        assertThat(As.viewer(pm, () -> planning.byIds(List.of(requirement))))
                .extracting(PlannableRequirement::cost)
                .containsExactly(Money.of(500));
        assertThat(As.viewer(fixtures.teamMember(), () -> planning.byIds(List.of(requirement))))
                .extracting(PlannableRequirement::cost)
                .containsExactly(Money.ZERO);
    }

    @Test
    void whatAPlanHoldsStandsInItsPlaceAmongTheOthers() {
        var later = given.requirement(pm, area, "Reports are answered");
        var first = given.requirement(pm, area, "Reports arrive");
        for (var one : List.of(later, first)) {
            As.viewer(
                    pm, () -> requirements.accept(one, requirements.detail(one).version()));
        }
        given.rated(pm, first, .3);
        given.rated(pm, requirement, .2);
        given.rated(pm, later, .1);
        within(() -> planning.hold(requirement, Ids.next()));

        assertThat(As.viewer(pm, () -> planning.plannable(area, List.of())))
                .extracting(PlannableRequirement::id)
                .containsExactly(first, later);
        assertThat(As.viewer(pm, () -> planning.plannable(area, List.of(requirement))))
                .extracting(PlannableRequirement::id)
                .containsExactly(first, requirement, later);
    }

    @Test
    void oneOpenProjectHoldsARequirement() {
        var project = Ids.next();
        var another = Ids.next();
        within(() -> planning.hold(requirement, project));
        within(() -> planning.hold(requirement, project));
        assertThat(As.viewer(pm, () -> planning.plannable(area, List.of()))).isEmpty();
        assertThatThrownBy(() -> within(() -> planning.hold(requirement, another)))
                .hasMessage("BacklogError.HELD_BY_ANOTHER_PROJECT");
        within(() -> planning.release(requirement, another));
        assertThat(As.viewer(pm, () -> planning.plannable(area, List.of()))).isEmpty();
        within(() -> planning.release(requirement, project));
        assertThat(As.viewer(pm, () -> planning.plannable(area, List.of()))).hasSize(1);
    }

    @Test
    void statusCallsNeedTheTransactionOfTheActTheyReport() {
        assertThatThrownBy(() -> As.viewer(pm, () -> planning.planned(requirement, STREETS, START, FINISH)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> deliveries.fulfilled(Map.of(requirement, Fulfilment.WHOLLY)))
                .isInstanceOf(IllegalTransactionStateException.class);
        var project = Ids.next();
        assertThatThrownBy(() -> As.viewer(pm, () -> planning.hold(requirement, project)))
                .isInstanceOf(IllegalTransactionStateException.class);
        within(() -> planning.hold(requirement, project));
        assertThatThrownBy(() -> As.viewer(pm, () -> planning.release(requirement, project)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatHappensToARequirementIsKeptStepByStep() {
        var project = Ids.next();
        within(() -> planning.hold(requirement, project));
        within(() -> planning.planned(requirement, STREETS, START, FINISH));
        within(() -> planning.planned(requirement, STREETS, START, FINISH));
        within(() -> planning.planned(requirement, STREETS, START, FINISH.plusMonths(1)));
        fulfilled(Fulfilment.WAITING);
        fulfilled(Fulfilment.NOTHING);
        fulfilled(Fulfilment.WAITING);
        fulfilled(Fulfilment.WAITING);
        fulfilled(Fulfilment.PARTLY);
        within(() -> planning.planned(requirement, STREETS, START, FINISH.plusMonths(2)));
        fulfilled(Fulfilment.WHOLLY);
        fulfilled(Fulfilment.PARTLY);
        assertThat(As.viewer(pm, this::detail).history())
                .extracting(StatusStep::status)
                .containsExactly(
                        AnswerStatus.REQUIREMENT,
                        AnswerStatus.PLANNED,
                        AnswerStatus.CHANGED,
                        AnswerStatus.DELIVERED,
                        AnswerStatus.PLANNED,
                        AnswerStatus.DELIVERED,
                        AnswerStatus.PARTLY_DONE,
                        AnswerStatus.CHANGED,
                        AnswerStatus.DONE);
        assertThat(As.viewer(pm, this::detail).state()).isEqualTo(RequirementState.DONE);
        assertThatThrownBy(() -> within(() -> planning.dropped(requirement, project)))
                .hasMessage("BacklogError.NO_SUCH_STEP");
    }

    @Test
    void whatAChangeDropsIsFreeAgainAndOwesAReason() {
        var project = Ids.next();
        within(() -> planning.hold(requirement, project));
        within(() -> planning.planned(requirement, STREETS, START, FINISH));
        within(() -> planning.dropped(requirement, project));
        assertThat(As.viewer(pm, () -> planning.plannable(area, List.of()))).hasSize(1);
        var last = As.viewer(pm, this::detail).history().getLast();
        assertThat(last.status()).isEqualTo(AnswerStatus.CHANGED);
        assertThat(last.needsText()).isTrue();
        assertThat(last.text()).isNull();
    }

    @Test
    void differentFieldsMergeAndTheSameFieldIsRefusedWithBothValues() {
        var seen = As.viewer(pm, this::detail);
        As.viewer(
                pm,
                () -> requirements.reword(
                        requirement,
                        seen.version(),
                        seen.content(),
                        seen.content().withStatement("Theirs")));
        As.viewer(
                pm,
                () -> requirements.reword(
                        requirement,
                        seen.version(),
                        seen.content(),
                        seen.content().withFitCriterion("Mine")));
        var merged = As.viewer(pm, this::detail).content();
        assertThat(merged.statement()).isEqualTo("Theirs");
        assertThat(merged.fitCriterion()).isEqualTo("Mine");
        assertThatThrownBy(() -> As.viewer(
                        pm,
                        () -> requirements.reword(
                                requirement,
                                seen.version(),
                                seen.content(),
                                seen.content().withStatement("Mine"))))
                .hasMessage("BacklogError.CHANGED_MEANWHILE")
                .extracting(e -> ((io.throughline.shared.DomainException) e).arguments())
                .isEqualTo(List.of("backlog.requirement.statement", "Theirs", "Mine"));
        assertThat(As.viewer(pm, this::detail).contentVersion()).isEqualTo(3);
    }

    private RequirementDetail detail() {
        return requirements.detail(requirement);
    }

    private long version(RequirementId id) {
        return requirements.detail(id).version();
    }

    private void fulfilled(Fulfilment how) {
        within(() -> deliveries.fulfilled(Map.of(requirement, how)));
    }

    private void within(Runnable call) {
        As.viewer(pm, () -> transaction.executeWithoutResult(status -> call.run()));
    }
}
