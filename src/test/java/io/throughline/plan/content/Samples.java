package io.throughline.plan.content;

import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One item of each kind with every component set. */
final class Samples {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private Samples() {}

    static PlanItem full(Class<?> kind) {
        var stage = StageId.next();
        var requirement = new RequirementRef(UUID.randomUUID());
        return switch (kind.getSimpleName()) {
            case "WorkCalendar" -> WorkCalendar.weekdays(CalendarId.next(), "Weekdays", Set.of(DAY));
            case "Grade" -> new Grade(GradeId.next(), "Senior", Money.of(100));
            case "ScopeItem" ->
                new ScopeItem(requirement, 1, "REQ-1", "Photo", Obligation.MUST, true, ScopeChoice.Why.MUST, "why");
            case "Stage" -> new Stage(stage, "S-1", "Build", "none", 1);
            case "Task" ->
                new Task(
                        TaskId.next(),
                        "T-1",
                        "work",
                        stage,
                        Effort.ofDays(1),
                        WorkDays.of(1),
                        List.of(Link.finishToStart(TaskId.next())),
                        DAY,
                        DAY,
                        GradeId.next(),
                        PersonId.next(),
                        CalendarId.next(),
                        Set.of(requirement),
                        1);
            case "Milestone" -> new Milestone(MilestoneId.next(), "M-1", "End", stage, List.of(), DAY, DAY);
            case "Deliverable" ->
                new Deliverable(
                        DeliverableId.next(),
                        "D-1",
                        "Map",
                        LocalizedText.en("Map"),
                        stage,
                        MilestoneId.next(),
                        Set.of(requirement),
                        List.of(new Criterion(CriterionId.next(), "within 1 h")));
            case "BudgetLine" -> new BudgetLine(BudgetLineId.next(), "Licences", stage, Money.of(1));
            default -> throw new IllegalArgumentException("no sample of " + kind);
        };
    }
}
