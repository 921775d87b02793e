package io.throughline.plan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.throughline.plan.content.PlanProblem.Kind;
import io.throughline.plan.content.PlanProblem.Severity;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What no plan may be stored with, since its approval would fail on it. */
class PlanCheckTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    @Test
    void a_project_s_names_are_there_and_no_longer_than_where_they_will_stand() {
        assertThat(kinds(named("n".repeat(200), LocalizedText.en("p".repeat(200)))))
                .doesNotContain(Kind.NAME_MISSING, Kind.NAME_TOO_LONG);
        assertThat(kinds(named("n".repeat(201), LocalizedText.en("public")))).contains(Kind.NAME_TOO_LONG);
        assertThat(kinds(named("name", LocalizedText.en("p".repeat(201))))).contains(Kind.NAME_TOO_LONG);
        assertThat(kinds(named(" ", LocalizedText.en("public")))).contains(Kind.NAME_MISSING);
        assertThat(kinds(named("name", new LocalizedText(Map.of())))).contains(Kind.NAME_MISSING);
    }

    @Test
    void an_item_s_names_are_no_longer_than_where_they_will_stand() {
        var plan = named("name", LocalizedText.en("public"));
        assertThat(kinds(plan.with(grade("g".repeat(500))))).doesNotContain(Kind.NAME_TOO_LONG);
        assertThat(kinds(plan.with(grade("g".repeat(501))))).contains(Kind.NAME_TOO_LONG);
        assertThat(Kind.NAME_TOO_LONG.severity()).isEqualTo(Severity.BROKEN);
    }

    @Test
    void a_budget_line_costs_nothing_at_least() {
        var plan = named("name", LocalizedText.en("public"));
        assertThat(kinds(plan.with(line("0")))).doesNotContain(Kind.NEGATIVE_COST);
        assertThat(kinds(plan.with(line("-0.01")))).contains(Kind.NEGATIVE_COST);
        assertThat(Kind.NEGATIVE_COST.severity()).isEqualTo(Severity.BROKEN);
    }

    /** What it costs in all is stored with its baseline: approving it must not fail on a column too small. */
    @Test
    void amounts_and_efforts_no_plan_needs_are_refused_by_themselves_and_in_all() {
        var plan = named("name", LocalizedText.en("public"));
        assertThat(kinds(plan.with(line("1000000000000")))).doesNotContain(Kind.TOO_LARGE);
        assertThat(kinds(plan.with(line("1000000000000.01")))).contains(Kind.TOO_LARGE);
        assertThat(kinds(plan.with(line("1000000000000")).with(line("1")))).contains(Kind.TOO_LARGE);
        assertThat(kinds(plan.with(new Grade(GradeId.next(), "Gold", Money.of(2_000_000_000_000L)))))
                .contains(Kind.TOO_LARGE);
        var task = Plans.task(TaskId.next(), "T1", StageId.next(), 5);
        assertThat(kinds(plan.with(task.withEffort(Effort.ofDays(1_000_000_001L)))))
                .contains(Kind.TOO_LARGE);
        assertThat(kinds(PlanContent.empty(
                        "name", LocalizedText.en("n"), "EUR", Money.of(1), Effort.ofDays(1_000_000_001L), START)))
                .contains(Kind.TOO_LARGE);
        assertThat(Kind.TOO_LARGE.severity()).isEqualTo(Severity.BROKEN);
    }

    private static BudgetLine line(String amount) {
        return new BudgetLine(BudgetLineId.next(), "Refund", null, Money.of(amount));
    }

    /** Counting out their working days would hold up whoever typed them, and a lock on the draft, for hours or for ever. */
    @Test
    void what_lies_beyond_any_calendar_is_refused_before_it_is_scheduled() {
        var stage = StageId.next();
        var plan = Plans.empty(START, Set.of());
        var task = Plans.task(TaskId.next(), "T1", stage, 5);
        assertThat(kinds(plan.with(task))).doesNotContain(Kind.OUT_OF_REACH);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(kinds(plan.with(Plans.task(TaskId.next(), "T2", stage, 1_000_000_000))))
                    .contains(Kind.OUT_OF_REACH);
            var lag = new Link(task.id(), LinkKind.FS, WorkDays.of(-1_000_000_000));
            assertThat(kinds(plan.with(task).with(Plans.task(TaskId.next(), "T3", stage, 1, lag))))
                    .contains(Kind.OUT_OF_REACH);
            var late = new Milestone(MilestoneId.next(), "M1", "Late", null, List.of(), null, LocalDate.MAX);
            assertThat(kinds(plan.with(late))).contains(Kind.OUT_OF_REACH);
            assertThat(kinds(PlanContent.empty(
                            "name", LocalizedText.en("n"), "EUR", Money.of(1), Effort.ofHours(1), LocalDate.MIN)))
                    .contains(Kind.OUT_OF_REACH);
        });
        assertThat(Kind.OUT_OF_REACH.severity()).isEqualTo(Severity.BROKEN);
    }

    private static Grade grade(String name) {
        return new Grade(GradeId.next(), name, Money.of(1));
    }

    private static PlanContent named(String name, LocalizedText publicName) {
        return PlanContent.empty(name, publicName, "EUR", Money.of(1_000), Effort.ofHours(10), START);
    }

    private static List<Kind> kinds(PlanContent plan) {
        return PlanCheck.problems(plan).stream().map(PlanProblem::kind).toList();
    }
}
