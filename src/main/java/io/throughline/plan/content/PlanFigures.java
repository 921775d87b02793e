package io.throughline.plan.content;

import io.throughline.shared.Effort;
import io.throughline.shared.Id;
import io.throughline.shared.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a plan: its schedule, its cost, and the span and cost of every item that has one.
 *
 * @param cost effort of every task × the rate of its grade (nothing where no grade is given), and the budget lines
 * @param effort person-hours of all tasks
 * @param spans first and last day of tasks, milestones, stages and deliverables that have a place in time
 * @param costs of tasks, budget lines and stages
 */
public record PlanFigures(
        PlanContent plan, Schedule schedule, Money cost, Effort effort, Map<Id, Span> spans, Map<Id, Money> costs) {

    /** The version of these computations, kept with everything that quotes their results. */
    public static final String ENGINE = "1";

    /** First and last day, both inclusive. */
    public record Span(LocalDate start, LocalDate finish) {}

    public PlanFigures {
        spans = Collections.unmodifiableMap(new LinkedHashMap<>(spans));
        costs = Collections.unmodifiableMap(new LinkedHashMap<>(costs));
    }

    /** @throws CyclicPlanException naming the circle, if activities wait for each other */
    public static PlanFigures of(PlanContent plan) {
        var schedule = Schedule.of(plan);
        var costs = costs(plan);
        var total = Money.ZERO;
        for (var task : plan.tasks()) {
            total = total.plus(costs.getOrDefault(task.id(), Money.ZERO));
        }
        for (var line : plan.budgetLines()) {
            total = total.plus(line.amount());
        }
        var effort = plan.tasks().stream().map(Task::effort).reduce(Effort.ZERO, Effort::plus);
        return new PlanFigures(plan, schedule, total, effort, spans(plan, schedule), costs);
    }

    /** The day the last activity is done. */
    public LocalDate finish() {
        return schedule.finish().toLocalDate();
    }

    public Optional<Span> span(Id item) {
        return Optional.ofNullable(spans.get(item));
    }

    public Optional<Money> cost(Id item) {
        return Optional.ofNullable(costs.get(item));
    }

    /** When what serves a requirement is done; the whole project's span where nothing in the plan serves it by name. */
    public Span servedIn(RequirementRef requirement) {
        Span all = null;
        for (var task : plan.tasks()) {
            if (task.requirements().contains(requirement)) {
                all = wider(all, spans.get(task.id()));
            }
        }
        for (var deliverable : plan.deliverables()) {
            if (deliverable.requirements().contains(requirement)) {
                all = wider(all, spans.get(deliverable.id()));
            }
        }
        return all != null ? all : new Span(schedule.start().toLocalDate(), finish());
    }

    private static @Nullable Span wider(@Nullable Span a, @Nullable Span b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return new Span(
                a.start().isBefore(b.start()) ? a.start() : b.start(),
                a.finish().isAfter(b.finish()) ? a.finish() : b.finish());
    }

    private static Map<Id, Money> costs(PlanContent plan) {
        var rates = new HashMap<GradeId, Money>();
        plan.grades().forEach(grade -> rates.put(grade.id(), grade.hourlyRate()));
        var costs = new LinkedHashMap<Id, Money>();
        for (var task : plan.tasks()) {
            var rate = task.grade() == null ? Money.ZERO : rates.getOrDefault(task.grade(), Money.ZERO);
            var cost = rate.times(task.effort().hours());
            costs.put(task.id(), cost);
            costs.merge(task.stage(), cost, Money::plus);
        }
        for (var line : plan.budgetLines()) {
            costs.put(line.id(), line.amount());
            if (line.stage() != null) {
                costs.merge(line.stage(), line.amount(), Money::plus);
            }
        }
        return costs;
    }

    private static Map<Id, Span> spans(PlanContent plan, Schedule schedule) {
        var spans = new LinkedHashMap<Id, Span>();
        schedule.timings()
                .forEach((id, timing) -> spans.put(
                        id,
                        new Span(timing.start().toLocalDate(), timing.finish().toLocalDate())));
        for (var task : plan.tasks()) {
            widen(spans, task.stage(), task.id());
        }
        for (var milestone : plan.milestones()) {
            if (milestone.stage() != null) {
                widen(spans, milestone.stage(), milestone.id());
            }
        }
        for (var deliverable : plan.deliverables()) {
            var ready = deliverable.milestone() != null ? deliverable.milestone() : deliverable.stage();
            var span = ready == null ? null : spans.get(ready);
            if (span != null) {
                spans.put(deliverable.id(), span);
            }
        }
        return spans;
    }

    private static void widen(Map<Id, Span> spans, StageId stage, Id part) {
        var span = spans.get(part);
        if (span != null) {
            spans.merge(stage, span, (a, b) -> Objects.requireNonNull(wider(a, b)));
        }
    }
}
