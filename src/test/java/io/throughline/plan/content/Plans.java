package io.throughline.plan.content;

import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Plans for tests: by hand and by seed. */
public final class Plans {

    private final Random random;

    public Plans(long seed) {
        this.random = new Random(seed);
    }

    public static PlanContent empty(LocalDate start, Set<LocalDate> holidays) {
        var calendar = WorkCalendar.weekdays(new CalendarId(new UUID(1, 1)), "Weekdays", holidays);
        return new PlanContent(
                new PlanHeader(
                        "Street works online",
                        LocalizedText.en("Street works online"),
                        "EUR",
                        Money.of(100_000),
                        Effort.ofHours(2_000),
                        start,
                        calendar.id()),
                List.of(calendar),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    public static Task task(TaskId id, String code, StageId stage, long days, Link... links) {
        return new Task(
                id,
                code,
                "work",
                stage,
                Effort.ofDays(days),
                WorkDays.of(days),
                List.of(links),
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                0);
    }

    /** A plan of some size with everything a plan can hold; links point backwards only, so there is no circle. */
    public PlanContent any() {
        var plan = empty(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)), holidays());
        var own = new WorkCalendar(
                new CalendarId(uuid()),
                "Shift",
                Set.of(java.time.DayOfWeek.MONDAY, java.time.DayOfWeek.WEDNESDAY, java.time.DayOfWeek.SATURDAY),
                java.time.LocalTime.of(6, 0),
                java.time.LocalTime.of(12, 0),
                Set.of());
        var grades = List.of(
                new Grade(new GradeId(uuid()), "Senior", Money.of(100 + random.nextInt(50))),
                new Grade(new GradeId(uuid()), "Junior", Money.of("61.55")));
        var stages = List.of(
                new Stage(new StageId(uuid()), "S-1", "Build", "nothing yet", 1),
                new Stage(new StageId(uuid()), "S-2", "Pilot \u20ac \"quoted\"\n", "one district reports online", 2));
        var scope = new ArrayList<ScopeItem>();
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            scope.add(new ScopeItem(
                    new RequirementRef(uuid()),
                    1 + random.nextInt(3),
                    "REQ-" + i,
                    "requirement",
                    random.nextBoolean() ? Obligation.MUST : Obligation.SHOULD,
                    random.nextInt(4) > 0,
                    random.nextBoolean() ? ScopeChoice.Why.CHOSEN : null,
                    random.nextBoolean() ? "because" : null));
        }
        var requirements = scope.stream().map(ScopeItem::requirement).toList();
        var network = network(2 + random.nextInt(12), stages, true, own.id(), grades, requirements);
        var deliverables = new ArrayList<Deliverable>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            deliverables.add(new Deliverable(
                    new DeliverableId(uuid()),
                    "D-" + i,
                    "deliverable",
                    LocalizedText.en("public"),
                    random.nextBoolean() ? stages.getFirst().id() : null,
                    random.nextBoolean() ? network.milestones.getFirst().id() : null,
                    some(requirements),
                    List.of(new Criterion(new CriterionId(uuid()), "within " + random.nextInt(48) + " h"))));
        }
        return new PlanContent(
                plan.header(),
                List.of(plan.calendars().getFirst(), own),
                grades,
                scope,
                stages,
                network.tasks,
                network.milestones,
                deliverables,
                List.of(new BudgetLine(
                        new BudgetLineId(uuid()), "Licences", stages.getFirst().id(), Money.of(random.nextInt(9000)))));
    }

    /** Tasks and links only, one calendar, no constraints. */
    public PlanContent plainNetwork(int size) {
        var plan = empty(LocalDate.of(2026, 3, 2).plusDays(random.nextInt(30)), holidays());
        var stage = new Stage(new StageId(uuid()), "S-1", "Build", "", 1);
        var network = network(size, List.of(stage), false, null, List.of(), List.of());
        return new PlanContent(
                plan.header(),
                plan.calendars(),
                List.of(),
                List.of(),
                List.of(stage),
                network.tasks,
                network.milestones,
                List.of(),
                List.of());
    }

    private record Network(List<Task> tasks, List<Milestone> milestones) {}

    private Network network(
            int size,
            List<Stage> stages,
            boolean constrained,
            CalendarId own,
            List<Grade> grades,
            List<RequirementRef> requirements) {
        var earlier = new ArrayList<ActivityId>();
        var tasks = new ArrayList<Task>();
        var milestones = new ArrayList<Milestone>();
        for (int i = 0; i < size; i++) {
            var links = links(earlier, constrained);
            if (i % 5 == 1) {
                var id = new MilestoneId(uuid());
                milestones.add(new Milestone(
                        id, "M-" + i, "point", stages.getFirst().id(), links, null, constrained ? maybeDay() : null));
                earlier.add(id);
            } else {
                var id = new TaskId(uuid());
                tasks.add(new Task(
                        id,
                        "T-" + i,
                        "work",
                        stages.get(random.nextInt(stages.size())).id(),
                        Effort.ofHours(random.nextInt(80)),
                        new WorkDays(BigDecimal.valueOf(random.nextInt(40), 0)
                                .movePointLeft(0)
                                .divide(BigDecimal.valueOf(4))),
                        links,
                        constrained ? maybeDay() : null,
                        constrained ? maybeDay() : null,
                        grades.isEmpty()
                                ? null
                                : grades.get(random.nextInt(grades.size())).id(),
                        random.nextBoolean() ? new PersonId(uuid()) : null,
                        constrained && random.nextBoolean() ? own : null,
                        some(requirements),
                        i));
                earlier.add(id);
            }
        }
        return new Network(tasks, milestones);
    }

    private List<Link> links(List<ActivityId> earlier, boolean leads) {
        var links = new ArrayList<Link>();
        for (int i = 0; i < Math.min(earlier.size(), random.nextInt(4)); i++) {
            var lag = leads ? random.nextInt(5) - 2 : random.nextInt(3);
            links.add(new Link(
                    earlier.get(random.nextInt(earlier.size())),
                    LinkKind.values()[random.nextInt(4)],
                    WorkDays.of(lag)));
        }
        return links;
    }

    /** Some changed, some gone, some new. */
    public PlanContent variant(PlanContent plan) {
        var other = plan;
        for (var task : plan.tasks()) {
            switch (random.nextInt(4)) {
                case 0 -> other = other.with(task.withDuration(WorkDays.of(random.nextInt(20))));
                case 1 -> other = other.with(task.withEffort(Effort.ofHours(random.nextInt(99))));
                default -> {}
            }
        }
        for (var item : plan.scope()) {
            switch (random.nextInt(4)) {
                case 0 -> other = other.with(item.decided(!item.inScope(), "changed"));
                case 1 -> other = new PlanOperation.Remove(item).apply(other);
                default -> {}
            }
        }
        if (random.nextBoolean()) {
            other = other.with(new Milestone(new MilestoneId(uuid()), "M-99", "new", null, List.of(), null, null));
        }
        if (random.nextBoolean()) {
            other = new PlanOperation.Revise(
                            other.header(), other.header().withBudget(Money.of(random.nextInt(1_000_000))))
                    .apply(other);
        }
        if (random.nextBoolean()) {
            other = new PlanOperation.Remove(other.budgetLines().getFirst()).apply(other);
        }
        return other;
    }

    public UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    private Set<LocalDate> holidays() {
        var days = new HashSet<LocalDate>();
        for (int i = 0; i < random.nextInt(6); i++) {
            days.add(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)));
        }
        return days;
    }

    private LocalDate maybeDay() {
        return random.nextInt(4) == 0 ? LocalDate.of(2026, 1, 1).plusDays(random.nextInt(500)) : null;
    }

    private <T> Set<T> some(List<T> all) {
        var some = new HashSet<T>();
        all.stream().filter(one -> random.nextInt(3) == 0).forEach(some::add);
        return some;
    }
}
