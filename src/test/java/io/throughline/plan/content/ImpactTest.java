package io.throughline.plan.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.plan.content.Impact.Effect;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImpactTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    private final RequirementRef photo = new RequirementRef(new UUID(7, 1));
    private final RequirementRef map = new RequirementRef(new UUID(7, 2));
    private final RequirementRef mail = new RequirementRef(new UUID(7, 3));
    private final NeedRef damage = new NeedRef(new UUID(9, 1));
    private final NeedRef repairs = new NeedRef(new UUID(9, 2));
    private final Map<RequirementRef, Set<NeedRef>> needs =
            Map.of(photo, Set.of(damage), map, Set.of(repairs), mail, Set.of(repairs));

    private final Grade senior = new Grade(GradeId.next(), "Senior", Money.of(100));
    private final Stage stage = new Stage(StageId.next(), "S-1", "Build", "", 1);
    private final Task build = new Task(
            TaskId.next(),
            "T-1",
            "build",
            stage.id(),
            Effort.ofDays(5),
            WorkDays.of(5),
            List.of(),
            null,
            null,
            senior.id(),
            null,
            null,
            Set.of(),
            1);
    private final Criterion fast = new Criterion(CriterionId.next(), "updates within 1 h");
    private final Deliverable publicMap = new Deliverable(
            DeliverableId.next(),
            "D-1",
            "Map",
            LocalizedText.en("Map"),
            stage.id(),
            null,
            Set.of(map, mail),
            List.of(fast));
    private final PlanContent plan = Plans.empty(MONDAY, Set.of())
            .with(senior)
            .with(stage)
            .with(build)
            .with(publicMap)
            .with(item(photo))
            .with(item(map))
            .with(item(mail))
            .with(new BudgetLine(BudgetLineId.next(), "Licences", null, Money.of("250.50")));

    @Test
    void costIsEffortAtTheRateOfTheGradeAndTheBudgetLines() {
        var figures = PlanFigures.of(plan);

        assertThat(figures.cost()).isEqualTo(Money.of("4250.50"));
        assertThat(figures.cost(stage.id())).contains(Money.of(4000));
        assertThat(figures.finish()).isEqualTo(LocalDate.of(2026, 1, 9));
        assertThat(figures.span(publicMap.id()).orElseThrow().finish()).isEqualTo(LocalDate.of(2026, 1, 9));
    }

    @Test
    void nothingChangedNothingTouched() {
        var impact = impact(plan);

        assertThat(impact.needs()).isEmpty();
        assertThat(impact.laterBy()).isEqualTo(WorkDays.ZERO);
        assertThat(impact.costDifference()).isEqualTo(Money.ZERO);
    }

    @Test
    void aNeedDropsOutWithItsLastRequirement() {
        assertThat(effects(plan.with(item(photo).decided(false, "later")), damage))
                .containsExactly(Effect.DROPS_OUT);
        assertThat(effects(new PlanOperation.Remove(item(photo)).apply(plan), damage))
                .containsExactly(Effect.DROPS_OUT);
    }

    @Test
    void aNeedIsWeakenedWhenSomeOfItsRequirementsLeave() {
        var impact = impact(plan.with(item(map).decided(false, "later")));

        assertThat(impact.needs()).singleElement().satisfies(touched -> {
            assertThat(touched.need()).isEqualTo(repairs);
            assertThat(touched.effects()).containsExactly(Effect.WEAKENED);
            assertThat(touched.lost()).containsExactly(map);
        });
    }

    @Test
    void aNeedIsWeakenedWhenACriterionOfWhatServesItIsNotKept() {
        var slower = plan.with(publicMap.withCriteria(List.of(new Criterion(fast.id(), "updates within 24 h"))));

        assertThat(effects(slower, repairs)).containsExactly(Effect.WEAKENED);
        assertThat(impact(slower).needs().getFirst().criteria()).containsExactly("updates within 1 h");
        assertThat(effects(new PlanOperation.Remove(publicMap).apply(plan), repairs))
                .contains(Effect.WEAKENED);
    }

    @Test
    void oneMoreCriterionWeakensNothing() {
        var stricter = plan.with(
                publicMap.withCriteria(List.of(fast, new Criterion(CriterionId.next(), "readable on a phone"))));

        assertThat(impact(stricter).needs()).isEmpty();
    }

    @Test
    void anotherWordingOfTheRequirementWeakensItsNeed() {
        var reworded = new ScopeItem(photo, 2, "REQ-1", "Photo", Obligation.MUST, true, null, null);

        assertThat(effects(plan.with(reworded), damage)).containsExactly(Effect.WEAKENED);
    }

    @Test
    void aNeedIsDelayedWhenWhatServesItFinishesLater() {
        var longer = plan.with(build.withDuration(WorkDays.of(7)));
        var impact = impact(longer);

        assertThat(impact.laterBy()).isEqualTo(WorkDays.of(2));
        assertThat(impact.finishAfter()).isEqualTo(LocalDate.of(2026, 1, 13));
        // The photo has nothing of its own that serves it: it is done when the project is.
        assertThat(effects(longer, damage)).containsExactly(Effect.DELAYED);
        assertThat(effects(longer, repairs)).containsExactly(Effect.DELAYED);
    }

    @Test
    void onlyTheNeedServedByTheLaterWorkIsDelayed() {
        var photos = new Task(
                TaskId.next(),
                "T-2",
                "photos",
                stage.id(),
                Effort.ZERO,
                WorkDays.of(1),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Set.of(photo),
                2);
        var before = plan.with(photos);
        var after = before.with(build.withDuration(WorkDays.of(7)));

        var impact = Impact.of(PlanFigures.of(before), PlanFigures.of(after), needs);

        assertThat(impact.needs()).extracting(Impact.NeedImpact::need).containsExactly(repairs);
    }

    @Test
    void anImpactIsReadAsItWasStored() {
        var impact = impact(plan.with(item(map).decided(false, "later")).with(build.withDuration(WorkDays.of(7))));

        assertThat(PlanJson.readImpact(PlanJson.text(impact))).isEqualTo(impact);
    }

    @Test
    void aNeedCanJoin() {
        var without = plan.with(item(photo).decided(false, "later"));

        var impact = Impact.of(PlanFigures.of(without), PlanFigures.of(plan), needs);

        assertThat(impact.needs().getFirst().effects()).containsExactly(Effect.JOINS);
        assertThat(impact.needsServedBefore()).isEqualTo(1);
        assertThat(impact.needsServedAfter()).isEqualTo(2);
    }

    private Impact impact(PlanContent after) {
        return Impact.of(PlanFigures.of(plan), PlanFigures.of(after), needs);
    }

    private Set<Effect> effects(PlanContent after, NeedRef need) {
        return impact(after).needs().stream()
                .filter(touched -> touched.need().equals(need))
                .findFirst()
                .orElseThrow()
                .effects();
    }

    private static ScopeItem item(RequirementRef requirement) {
        return new ScopeItem(requirement, 1, "REQ-1", "Photo", Obligation.MUST, true, null, null);
    }
}
