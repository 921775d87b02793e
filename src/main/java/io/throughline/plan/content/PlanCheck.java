package io.throughline.plan.content;

import io.throughline.plan.content.PlanProblem.Kind;
import io.throughline.plan.content.PlanProblem.Severity;
import io.throughline.shared.Effort;
import io.throughline.shared.Id;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.TypedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a plan, worst first. */
public final class PlanCheck {

    /** The longest name of a project, in characters: what is approved stands in its row, and with what customers read. */
    static final int LONGEST_NAME = 200;

    /** The longest name of an item. */
    static final int LONGEST_ITEM = 500;

    /** Days and stretches beyond these are slips of the keyboard, and counting out their working days takes for ever. */
    static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    /** What a plan costs is stored with its baseline: more than this, of anything in it, is a slip of the keyboard. */
    public static final Money MOST_MONEY = Money.of(1_000_000_000_000L);

    public static final Effort MOST_EFFORT = Effort.ofDays(1_000_000_000L);

    static final WorkDays LONGEST = WorkDays.of(10_000);

    private final PlanContent plan;
    private final Set<Id> known = new HashSet<>();
    private final List<PlanProblem> problems = new ArrayList<>();

    private PlanCheck(PlanContent plan) {
        this.plan = plan;
        plan.items().forEach(item -> known.add(item.id()));
    }

    public static List<PlanProblem> problems(PlanContent plan) {
        return new PlanCheck(plan).run();
    }

    /** @param others known of it from elsewhere */
    public static List<PlanProblem> problems(PlanContent plan, List<PlanProblem> others) {
        return Stream.concat(problems(plan).stream(), others.stream())
                .sorted(Comparator.comparing(PlanProblem::severity))
                .toList();
    }

    private List<PlanProblem> run() {
        references();
        names();
        ranges();
        if (problems.isEmpty()) {
            try {
                figures(PlanFigures.of(plan));
            } catch (CyclicPlanException e) {
                problems.add(new PlanProblem(Kind.CYCLE, e.cycle().getFirst(), null, String.join(" → ", e.cycle())));
            }
            completeness();
        }
        return problems.stream()
                .sorted(Comparator.comparing(PlanProblem::severity))
                .toList();
    }

    /** Whether nothing keeps this plan from being stored. */
    public static boolean sound(List<PlanProblem> problems) {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.BROKEN);
    }

    /** Whether nothing keeps this plan from being submitted. */
    public static boolean complete(List<PlanProblem> problems) {
        return problems.stream().allMatch(problem -> problem.severity() == Severity.WARNING);
    }

    private void references() {
        refer(null, plan.header().calendar());
        for (var task : plan.tasks()) {
            refer(task, task.stage());
            refer(task, task.grade());
            refer(task, task.calendar());
            refer(task, task.requirements());
            task.links().forEach(link -> refer(task, link.from()));
        }
        for (var milestone : plan.milestones()) {
            refer(milestone, milestone.stage());
            milestone.links().forEach(link -> refer(milestone, link.from()));
        }
        for (var deliverable : plan.deliverables()) {
            refer(deliverable, deliverable.stage());
            refer(deliverable, deliverable.milestone());
            refer(deliverable, deliverable.requirements());
        }
        plan.budgetLines().forEach(line -> refer(line, line.stage()));
    }

    private void names() {
        var header = plan.header();
        if (TypedText.showsNothing(header.name()) || header.publicName().isBlank()) {
            add(Kind.NAME_MISSING, null, "");
        }
        if (isLong(header.name(), LONGEST_NAME) || isLong(header.publicName(), LONGEST_NAME)) {
            add(Kind.NAME_TOO_LONG, null, "");
        }
        for (var item : plan.items()) {
            var fields = item.fields();
            if (fields.get(PlanField.NAME) instanceof String text && TypedText.showsNothing(text)) {
                add(Kind.NAME_MISSING, item, "");
            }
            if (isLong(fields.get(PlanField.NAME), LONGEST_ITEM)
                    || isLong(fields.get(PlanField.PUBLIC_NAME), LONGEST_ITEM)) {
                add(Kind.NAME_TOO_LONG, item, "");
            }
        }
    }

    private static boolean isLong(@Nullable Object name, int longest) {
        return switch (name) {
            case String text -> text.length() > longest;
            case LocalizedText texts -> texts.texts().values().stream().anyMatch(text -> text.length() > longest);
            case null, default -> false;
        };
    }

    private void ranges() {
        if (plan.header().budget().isNegative()) {
            add(Kind.NEGATIVE, null, plan.header().budget().toString());
        }
        for (var grade : plan.grades()) {
            if (grade.hourlyRate().isNegative()) {
                add(Kind.NEGATIVE, grade, grade.hourlyRate().toString());
            }
        }
        for (var line : plan.budgetLines()) {
            if (line.amount().isNegative()) {
                add(Kind.NEGATIVE_COST, line, line.amount().toString());
            }
        }
        for (var task : plan.tasks()) {
            if (task.duration().isNegative()) {
                add(Kind.NEGATIVE, task, task.duration().toString());
            }
        }
        large(null, plan.header().budget(), plan.header().capacity());
        plan.grades().forEach(grade -> large(grade, grade.hourlyRate(), Effort.ZERO));
        plan.budgetLines().forEach(line -> large(line, line.amount(), Effort.ZERO));
        plan.tasks().forEach(task -> large(task, Money.ZERO, task.effort()));
        reach(null, List.of(), plan.header().start());
        for (var task : plan.tasks()) {
            reach(task, task.links(), task.notBefore(), task.mustFinishBy());
            if (task.duration().compareTo(LONGEST) > 0) {
                add(Kind.OUT_OF_REACH, task, task.duration().toString());
            }
        }
        plan.milestones().forEach(one -> reach(one, one.links(), one.notBefore(), one.mustFinishBy()));
    }

    private void large(@Nullable PlanItem item, Money amount, Effort effort) {
        if (amount.compareTo(MOST_MONEY) > 0 || effort.compareTo(MOST_EFFORT) > 0) {
            add(Kind.TOO_LARGE, item, amount + ", " + effort);
        }
    }

    private void reach(@Nullable PlanItem item, List<Link> links, @Nullable LocalDate... days) {
        for (var day : days) {
            if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
                add(Kind.OUT_OF_REACH, item, day.toString());
            }
        }
        for (var link : links) {
            if (link.lag().days().abs().compareTo(LONGEST.days()) > 0) {
                add(Kind.OUT_OF_REACH, item, link.lag().toString());
            }
        }
    }

    private void figures(PlanFigures figures) {
        large(null, figures.cost(), figures.effort());
        if (figures.cost().compareTo(plan.header().budget()) > 0) {
            add(Kind.OVER_BUDGET, null, figures.cost() + " > " + plan.header().budget());
        }
        if (figures.effort().compareTo(plan.header().capacity()) > 0) {
            add(
                    Kind.OVER_CAPACITY,
                    null,
                    figures.effort() + " > " + plan.header().capacity());
        }
        for (var timing : figures.schedule().timings().values()) {
            if (timing.totalFloat().isNegative()) {
                var late = plan.find(timing.activity()).orElse(null);
                add(Kind.DEADLINE_MISSED, late, timing.totalFloat().toString());
            }
        }
    }

    private void completeness() {
        if (plan.requirementsInScope().isEmpty()) {
            add(Kind.SCOPE_EMPTY, null, "");
        }
        if (plan.tasks().isEmpty()) {
            add(Kind.NO_TASKS, null, "");
        }
        if (plan.deliverables().isEmpty()) {
            add(Kind.NO_DELIVERABLE, null, "");
        }
        var served = new HashSet<RequirementRef>();
        plan.deliverables().forEach(deliverable -> served.addAll(deliverable.requirements()));
        for (var item : plan.scope()) {
            var reason = item.reason();
            if (!item.inScope()
                    && item.obligation() == Obligation.MUST
                    && (reason == null || TypedText.showsNothing(reason))) {
                add(Kind.REASON_MISSING, item, "");
            }
            if (item.inScope() && !served.contains(item.requirement())) {
                add(Kind.NOT_SERVED, item, "");
            }
        }
        for (var task : plan.tasks()) {
            if (task.grade() == null && task.effort().hours().signum() > 0) {
                add(Kind.NO_GRADE, task, "");
            }
        }
    }

    private void refer(@Nullable PlanItem from, @Nullable Id to) {
        if (to != null && !known.contains(to)) {
            add(Kind.UNKNOWN_REFERENCE, from, "");
        }
    }

    private void refer(PlanItem from, Collection<? extends Id> to) {
        to.forEach(id -> refer(from, id));
    }

    /** @param item null: the plan as a whole */
    private void add(Kind kind, @Nullable PlanItem item, String detail) {
        problems.add(
                item == null
                        ? new PlanProblem(kind, plan.header().name(), null, detail)
                        : new PlanProblem(kind, item.title(), item.id(), detail));
    }
}
