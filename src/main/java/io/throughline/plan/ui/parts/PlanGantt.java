package io.throughline.plan.ui.parts;

import io.throughline.plan.content.ActivityId;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanFigures.Span;
import io.throughline.plan.content.StageId;
import io.throughline.shared.Id;
import io.throughline.shared.ui.Gantt;
import io.throughline.shared.ui.Gantt.Chart;
import io.throughline.shared.ui.Gantt.Days;
import io.throughline.shared.ui.Gantt.Kind;
import io.throughline.shared.ui.Gantt.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan as the chart shows it: stage by stage, each with its tasks in their order and then its milestones. */
public final class PlanGantt {

    private final PlanFigures now;
    private final @Nullable PlanFigures before;
    private final Function<RowChange, String> note;
    private final List<Row> rows = new ArrayList<>();

    /** Where an item stood and stands, for the words behind its bar. */
    public record RowChange(Span before, Span now) {}

    private PlanGantt(PlanFigures now, @Nullable PlanFigures before, Function<RowChange, String> note) {
        this.now = now;
        this.before = before;
        this.note = note;
    }

    /** @param today null where the plan isn't in force */
    public static Chart of(PlanFigures plan, @Nullable LocalDate today) {
        return new PlanGantt(plan, null, change -> "").chart(today);
    }

    /** Before and after; what is gone stands at the end of its stage. @param note behind what moved */
    public static Chart compared(PlanFigures before, PlanFigures after, Function<RowChange, String> note) {
        return new PlanGantt(after, before, note).chart(null);
    }

    private Chart chart(@Nullable LocalDate today) {
        var stages = Stream.concat(
                        now.plan().stages().stream(), before == null ? Stream.of() : before.plan().stages().stream())
                .map(stage -> stage.id())
                .distinct()
                .toList();
        stages.forEach(this::stage);
        activities(null);
        var shown = new HashSet<String>();
        rows.forEach(row -> shown.add(row.id()));
        var calendar = now.plan().calendar();
        return new Chart(
                List.copyOf(rows),
                links(now.plan())
                        .filter(link -> shown.contains(link.from()) && shown.contains(link.to()))
                        .toList(),
                calendar.workingDays(),
                calendar.holidays(),
                before != null,
                today);
    }

    private void stage(StageId stage) {
        int at = rows.size();
        activities(stage);
        if (rows.size() > at) {
            rows.add(at, row(stage, Kind.GROUP, false));
        }
    }

    private void activities(@Nullable StageId stage) {
        Set<Id> done = new HashSet<>();
        for (var plan : before == null ? List.of(now.plan()) : List.of(now.plan(), before.plan())) {
            plan.tasks().stream()
                    .filter(task -> task.stage().equals(stage) && isFirst(task.id(), plan) && done.add(task.id()))
                    .forEach(task -> rows.add(row(task.id(), Kind.TASK, critical(task.id()))));
            plan.milestones().stream()
                    .filter(one -> java.util.Objects.equals(one.stage(), stage)
                            && isFirst(one.id(), plan)
                            && done.add(one.id()))
                    .forEach(one -> rows.add(row(one.id(), Kind.MILESTONE, critical(one.id()))));
        }
    }

    /** An item that moved to another stage stands where it is now. */
    private boolean isFirst(Id id, PlanContent plan) {
        return plan == now.plan() || now.plan().find(id).isEmpty();
    }

    private boolean critical(ActivityId id) {
        var timing = now.schedule().timings().get(id);
        return timing != null && timing.critical();
    }

    private Row row(Id id, Kind kind, boolean critical) {
        var is = now.span(id).orElse(null);
        var was = before == null ? null : before.span(id).orElse(null);
        var title = now.plan()
                .find(id)
                .or(() -> before == null
                        ? java.util.Optional.empty()
                        : before.plan().find(id))
                .map(item -> item.title())
                .orElse("");
        return new Row(
                id.value().toString(),
                title,
                kind,
                critical,
                days(is),
                days(was),
                is != null && was != null && !is.equals(was) && kind != Kind.GROUP
                        ? note.apply(new RowChange(was, is))
                        : "");
    }

    private static @Nullable Days days(@Nullable Span span) {
        return span == null ? null : new Days(span.start(), span.finish());
    }

    private static Stream<Gantt.Link> links(PlanContent plan) {
        return Stream.concat(
                plan.tasks().stream().flatMap(task -> task.links().stream().map(link -> link(link, task.id()))),
                plan.milestones().stream().flatMap(one -> one.links().stream().map(link -> link(link, one.id()))));
    }

    private static Gantt.Link link(io.throughline.plan.content.Link link, ActivityId to) {
        return new Gantt.Link(
                link.from().value().toString(),
                to.value().toString(),
                Gantt.Joint.valueOf(link.kind().name()));
    }
}
