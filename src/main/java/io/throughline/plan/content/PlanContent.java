package io.throughline.plan.content;

import io.throughline.shared.Effort;
import io.throughline.shared.Id;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A whole plan as an immutable value: everything its figures depend on, no personal names. Two plans with the same
 * items are equal and have the same bytes, in whatever order they were put together.
 */
public record PlanContent(
        PlanHeader header,
        List<WorkCalendar> calendars,
        List<Grade> grades,
        List<ScopeItem> scope,
        List<Stage> stages,
        List<Task> tasks,
        List<Milestone> milestones,
        List<Deliverable> deliverables,
        List<BudgetLine> budgetLines) {

    public PlanContent {
        calendars = PlanItem.ordered(calendars);
        grades = PlanItem.ordered(grades);
        scope = PlanItem.ordered(scope);
        stages = PlanItem.ordered(stages);
        tasks = PlanItem.ordered(tasks);
        milestones = PlanItem.ordered(milestones);
        deliverables = PlanItem.ordered(deliverables);
        budgetLines = PlanItem.ordered(budgetLines);
        for (var items : List.of(calendars, grades, scope, stages, tasks, milestones, deliverables, budgetLines)) {
            var ids = new HashSet<Id>();
            for (PlanItem item : items) {
                if (!ids.add(item.id())) {
                    throw new IllegalArgumentException("twice in one plan: " + item.id());
                }
            }
        }
    }

    /** A plan with nothing in it but a calendar of weekdays. */
    public static PlanContent empty(
            String name, LocalizedText publicName, String currency, Money budget, Effort capacity, LocalDate start) {
        var calendar = WorkCalendar.weekdays(CalendarId.next(), name, Set.of());
        var header = new PlanHeader(name, publicName, currency, budget, capacity, start, calendar.id());
        return new PlanContent(
                header, List.of(calendar), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** The project's own. @throws java.util.NoSuchElementException if the plan is broken */
    public WorkCalendar calendar() {
        return calendars.stream()
                .filter(one -> one.id().equals(header.calendar()))
                .findFirst()
                .orElseThrow();
    }

    /** All items, kind by kind, each kind in its order. */
    public List<PlanItem> items() {
        var all = new ArrayList<PlanItem>();
        all.addAll(calendars);
        all.addAll(grades);
        all.addAll(scope);
        all.addAll(stages);
        all.addAll(tasks);
        all.addAll(milestones);
        all.addAll(deliverables);
        all.addAll(budgetLines);
        return List.copyOf(all);
    }

    public Optional<PlanItem> find(Id id) {
        List<? extends PlanItem> candidates = switch (id) {
            case CalendarId ignored -> calendars;
            case GradeId ignored -> grades;
            case RequirementRef ignored -> scope;
            case StageId ignored -> stages;
            case TaskId ignored -> tasks;
            case MilestoneId ignored -> milestones;
            case DeliverableId ignored -> deliverables;
            case BudgetLineId ignored -> budgetLines;
            default -> List.of();
        };
        return candidates.stream()
                .filter(item -> item.id().equals(id))
                .map(PlanItem.class::cast)
                .findFirst();
    }

    public Optional<Task> task(TaskId id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }

    public Optional<Deliverable> deliverable(DeliverableId id) {
        return deliverables.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** The requirements this plan delivers. */
    public Set<RequirementRef> requirementsInScope() {
        var in = new java.util.TreeSet<RequirementRef>();
        scope.stream().filter(ScopeItem::inScope).forEach(item -> in.add(item.requirement()));
        return in;
    }

    /** What may be read by those who may not see what things cost: no budget, no rates, no budget lines. */
    public PlanContent withoutMoney() {
        var free = grades.stream()
                .map(grade -> new Grade(grade.id(), grade.name(), Money.ZERO))
                .toList();
        return new PlanContent(
                header.withBudget(Money.ZERO),
                calendars,
                free,
                scope,
                stages,
                tasks,
                milestones,
                deliverables,
                List.of());
    }

    /** With this item, in the place of what it was before. */
    PlanContent with(PlanItem item) {
        return new PlanInWork(this).put(item).content();
    }
}
