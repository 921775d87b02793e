package io.throughline.plan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final LocalDate FRIDAY = LocalDate.of(2025, 4, 11);
    private static final Stage STAGE = new Stage(StageId.next(), "S-1", "Build", "", 1);

    private final TaskId t1 = TaskId.next();
    private final TaskId t2 = TaskId.next();
    private final TaskId t3 = TaskId.next();
    private final TaskId t4 = TaskId.next();
    private final TaskId t5 = TaskId.next();
    private final TaskId t6 = TaskId.next();
    private final MilestoneId end = MilestoneId.next();

    @Test
    void theExampleOfTheMethodsPage() {
        var schedule = Schedule.of(example(Set.of()));

        assertThat(schedule.of(end).finish()).isEqualTo(LocalDateTime.of(2025, 4, 23, 16, 0));
        assertThat(new WorkClock(example(Set.of()).calendars().getFirst()).between(schedule.start(), schedule.finish()))
                .isEqualTo(WorkDays.of(9));
        assertThat(List.of(t1, t2, t3, t4, t5, t6))
                .extracting(id -> schedule.of(id).totalFloat())
                .containsExactly(
                        WorkDays.of(0), WorkDays.of(2), WorkDays.of(0), WorkDays.of(5), WorkDays.of(4), WorkDays.of(4));
        assertThat(List.of(t2, t4, t5, t6))
                .extracting(id -> schedule.of(id).freeFloat())
                .containsExactly(WorkDays.of(2), WorkDays.of(1), WorkDays.of(0), WorkDays.of(4));
    }

    @Test
    void holidaysMoveTheEnd() {
        var schedule = Schedule.of(example(Set.of(LocalDate.of(2025, 4, 18), LocalDate.of(2025, 4, 21))));

        assertThat(schedule.of(end).finish().toLocalDate()).isEqualTo(LocalDate.of(2025, 4, 25));
    }

    @Test
    void theFourKindsOfLink() {
        // A takes three days from Friday the 11th: Friday, Monday, Tuesday.
        assertThat(second(LinkKind.FS, 1)).isEqualTo("2025-04-17T08:00/2025-04-18T16:00");
        assertThat(second(LinkKind.SS, 1)).isEqualTo("2025-04-14T08:00/2025-04-15T16:00");
        assertThat(second(LinkKind.FF, 1)).isEqualTo("2025-04-15T08:00/2025-04-16T16:00");
        assertThat(second(LinkKind.SF, 4)).isEqualTo("2025-04-15T08:00/2025-04-16T16:00");
        assertThat(second(LinkKind.FS, -1)).isEqualTo("2025-04-15T08:00/2025-04-16T16:00");
    }

    @Test
    void aDeadlineShowsNegativeFloatAndMovesNothing() {
        var plan = example(Set.of());
        var milestone = plan.milestones().getFirst();
        var late =
                plan.with(new Milestone(end, "M-1", "End", null, milestone.links(), null, LocalDate.of(2025, 4, 21)));

        var schedule = Schedule.of(late);

        assertThat(schedule.finish()).isEqualTo(Schedule.of(plan).finish());
        assertThat(schedule.of(t1).totalFloat()).isEqualTo(WorkDays.of(-2));
        assertThat(schedule.of(t2).totalFloat()).isEqualTo(WorkDays.of(0));
    }

    @Test
    void startNoEarlierThanWaitsForTheFirstWorkingMomentFromThatDay() {
        var plan = example(Set.of());
        var waiting = plan.with(new Task(
                t1,
                "T-1",
                "work",
                STAGE.id(),
                io.throughline.shared.Effort.ZERO,
                WorkDays.of(4),
                List.of(),
                LocalDate.of(2025, 4, 12),
                null,
                null,
                null,
                null,
                Set.of(),
                0));

        assertThat(Schedule.of(waiting).of(t1).start()).isEqualTo(LocalDateTime.of(2025, 4, 14, 8, 0));
    }

    @Test
    void durationsRunOnTheTasksCalendarAndLagsOnTheProjects() {
        var weekends = new WorkCalendar(
                CalendarId.next(),
                "Weekends",
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                LocalTime.of(8, 0),
                LocalTime.of(16, 0),
                Set.of());
        var plan = Plans.empty(FRIDAY, Set.of()).with(weekends).with(STAGE);
        plan = plan.with(Plans.task(t1, "T-1", STAGE.id(), 1));
        plan = plan.with(new Task(
                t2,
                "T-2",
                "work",
                STAGE.id(),
                io.throughline.shared.Effort.ZERO,
                WorkDays.of(2),
                List.of(new Link(t1, LinkKind.FS, WorkDays.of(2))),
                null,
                null,
                null,
                null,
                weekends.id(),
                Set.of(),
                0));

        // Friday, two working days of lag to Tuesday evening, then the weekend's two days.
        assertThat(Schedule.of(plan).of(t2).start()).isEqualTo(LocalDateTime.of(2025, 4, 19, 8, 0));
        assertThat(Schedule.of(plan).of(t2).finish()).isEqualTo(LocalDateTime.of(2025, 4, 20, 16, 0));
    }

    @Test
    void aCircleIsRefusedAndNamed() {
        var plan = Plans.empty(FRIDAY, Set.of())
                .with(STAGE)
                .with(Plans.task(t1, "T-1", STAGE.id(), 1, Link.finishToStart(t3)))
                .with(Plans.task(t2, "T-2", STAGE.id(), 1, Link.finishToStart(t1)))
                .with(Plans.task(t3, "T-3", STAGE.id(), 1, Link.finishToStart(t2)))
                .with(Plans.task(t4, "T-4", STAGE.id(), 1, Link.finishToStart(t3)));

        assertThatThrownBy(() -> Schedule.of(plan)).isInstanceOfSatisfying(CyclicPlanException.class, e -> {
            assertThat(e.cycle()).hasSize(4).doesNotContain("T-4 work");
            assertThat(e.cycle().getFirst()).isEqualTo(e.cycle().getLast());
            for (int i = 0; i + 1 < e.cycle().size(); i++) {
                int from = e.cycle().get(i).charAt(2) - '0';
                int to = e.cycle().get(i + 1).charAt(2) - '0';
                assertThat(to).isEqualTo(from % 3 + 1);
            }
        });
    }

    @Test
    void aLongChainDoesNotExhaustTheStack() {
        var tasks = new java.util.ArrayList<Task>();
        var before = TaskId.next();
        tasks.add(Plans.task(before, "T-0", STAGE.id(), 0));
        for (int i = 1; i < 20_000; i++) {
            var id = TaskId.next();
            tasks.add(Plans.task(id, "T-" + i, STAGE.id(), 0, Link.finishToStart(before)));
            before = id;
        }
        java.util.Collections.reverse(tasks);
        var empty = Plans.empty(FRIDAY, Set.of());
        var plan = new PlanContent(
                empty.header(),
                empty.calendars(),
                List.of(),
                List.of(),
                List.of(STAGE),
                tasks,
                List.of(),
                List.of(),
                List.of());

        assertThat(Schedule.of(plan).timings()).hasSize(20_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987})
    void noActivityStartsBeforeItsLinksAllow(long seed) {
        var plan = new Plans(seed).any();
        var schedule = Schedule.of(plan);
        var project = new WorkClock(plan.calendars().stream()
                .filter(c -> c.id().equals(plan.header().calendar()))
                .findFirst()
                .orElseThrow());

        for (var task : plan.tasks()) {
            var calendar = plan.calendars().stream()
                    .filter(c -> c.id().equals(
                                    task.calendar() == null ? plan.header().calendar() : task.calendar()))
                    .findFirst()
                    .orElseThrow();
            var clock = new WorkClock(calendar);
            var to = schedule.of(task.id());
            assertThat(clock.between(to.start(), to.finish())).isEqualTo(task.duration());
            for (var link : task.links()) {
                var from = schedule.of(link.from());
                var anchor = link.kind() == LinkKind.FS || link.kind() == LinkKind.FF ? from.finish() : from.start();
                var allowed = project.plus(anchor, link.lag());
                var actual = link.kind() == LinkKind.FS || link.kind() == LinkKind.SS ? to.start() : to.finish();
                assertThat(clock.between(actual, allowed).days())
                        .as("seed %d, %s %s", seed, task.title(), link)
                        .isNotPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987})
    void withOneCalendarTheSmallestFloatIsZeroOnAPathFromStartToFinish(long seed) {
        var plan = new Plans(seed).plainNetwork(25);
        var schedule = Schedule.of(plan);
        var critical = schedule.timings().values().stream()
                .filter(timing -> timing.totalFloat().isZero())
                .toList();

        assertThat(schedule.timings().values())
                .as("seed %d", seed)
                .allMatch(timing -> !timing.totalFloat().isNegative())
                .allMatch(timing -> timing.freeFloat().compareTo(timing.totalFloat()) <= 0);
        assertThat(critical)
                .as("seed %d", seed)
                .anyMatch(timing -> timing.finish().equals(schedule.finish()));
        assertThat(critical)
                .as("seed %d", seed)
                .anyMatch(timing -> timing.start().equals(schedule.start()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987})
    void anotherLinkNeverShortensTheProject(long seed) {
        var plans = new Plans(seed);
        var plan = plans.plainNetwork(20);
        var tasks = plan.tasks();
        var later = tasks.get(tasks.size() - 1 - plans.below(3));
        var earlier = tasks.get(plans.below(tasks.size() - 4));
        var links = new java.util.ArrayList<>(later.links());
        links.add(new Link(earlier.id(), LinkKind.values()[plans.below(4)], WorkDays.of(plans.below(4))));

        var longer = Schedule.of(plan.with(later.withLinks(links)));

        assertThat(longer.finish())
                .as("seed %d", seed)
                .isAfterOrEqualTo(Schedule.of(plan).finish());
    }

    private String second(LinkKind kind, long lag) {
        var plan = Plans.empty(FRIDAY, Set.of())
                .with(STAGE)
                .with(Plans.task(t1, "T-1", STAGE.id(), 3))
                .with(Plans.task(t2, "T-2", STAGE.id(), 2, new Link(t1, kind, WorkDays.of(lag))));
        var timing = Schedule.of(plan).of(t2);
        return timing.start() + "/" + timing.finish();
    }

    private PlanContent example(Set<LocalDate> holidays) {
        return Plans.empty(FRIDAY, holidays)
                .with(STAGE)
                .with(Plans.task(t1, "T-1", STAGE.id(), 4))
                .with(Plans.task(t2, "T-2", STAGE.id(), 2))
                .with(Plans.task(t3, "T-3", STAGE.id(), 5, Link.finishToStart(t1), Link.finishToStart(t2)))
                .with(Plans.task(t4, "T-4", STAGE.id(), 2))
                .with(Plans.task(t5, "T-5", STAGE.id(), 2))
                .with(Plans.task(
                        t6, "T-6", STAGE.id(), 2, Link.finishToStart(t4), new Link(t5, LinkKind.FS, WorkDays.of(1))))
                .with(new Milestone(
                        end, "M-1", "End", null, List.of(Link.finishToStart(t3), Link.finishToStart(t6)), null, null));
    }
}
