package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.content.ActivityId;
import io.throughline.plan.content.Link;
import io.throughline.plan.content.LinkKind;
import io.throughline.plan.content.Milestone;
import io.throughline.plan.content.MilestoneId;
import io.throughline.plan.content.PlanItem;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.StageId;
import io.throughline.plan.content.Task;
import io.throughline.plan.content.TaskId;
import io.throughline.plan.content.Timing;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.plan.ui.PlanNavigation.DraftSection;
import io.throughline.plan.ui.parts.PlanGantt;
import io.throughline.shared.Ids;
import io.throughline.shared.ui.Gantt;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.Tone;
import io.throughline.shared.ui.Written;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tasks and milestones, stage by stage in the order of their dates, with what the critical path method says of them. */
class SchedulePart extends Part {

    private final DraftDesk desk;
    private final Div adding;
    private final Div nothing;
    private final Div noStage;
    private final Gantt chart;
    private final LongTable table;

    SchedulePart(DraftDesk desk) {
        this.desk = desk;
        var task = new Button(
                "+ " + getTranslation("draft.task.add"),
                click -> TaskForm.create(desk).show());
        task.addThemeVariants(ButtonVariant.PRIMARY);
        adding = Kit.row(
                task,
                new Button(
                        "+ " + getTranslation("draft.milestone.add"),
                        click -> MilestoneForm.create(desk).show()));
        nothing = Kit.empty(getTranslation("draft.schedule.none"), getTranslation("draft.schedule.none.text"));
        noStage = Kit.empty(
                getTranslation("draft.schedule.noStage"),
                getTranslation("draft.schedule.noStage.text"),
                Kit.link(
                        PlanNavigation.draftHref(desk.id(), DraftSection.STAGES),
                        getTranslation("draft.schedule.noStage.go")));
        table = new LongTable(
                        getTranslation("draft.schedule.caption"),
                        List.of(
                                Column.text(getTranslation("draft.activity")),
                                Column.number(getTranslation("draft.effort.days")),
                                Column.number(getTranslation("draft.duration")),
                                Column.text(getTranslation("draft.start")),
                                Column.text(getTranslation("draft.finish")),
                                Column.text(getTranslation("draft.float")),
                                Column.text(getTranslation("draft.links"))),
                        this::page)
                .opening(this::open);
        chart = new Gantt(getTranslation("draft.schedule.chart"));
        chart.addRowChosenListener(chosen -> open(Ids.parse(chosen.id())));
        getContent()
                .add(Kit.card(
                        getTranslation("enum.DraftSection.SCHEDULE"),
                        Kit.stack(noStage, adding, nothing, chart, table)));
    }

    @Override
    void show(DraftDetail view) {
        var plan = view.content();
        boolean any = !plan.tasks().isEmpty() || !plan.milestones().isEmpty();
        noStage.setVisible(plan.stages().isEmpty() && view.editable());
        adding.setVisible(view.editable() && !plan.stages().isEmpty());
        nothing.setVisible(!any && !plan.stages().isEmpty());
        table.setVisible(any);
        table.refresh();
        chart.setVisible(any);
        chart.show(PlanGantt.of(view.figures(), null));
    }

    @Override
    void open(UUID item) {
        var plan = desk.plan();
        plan.find(new TaskId(item))
                .ifPresent(task -> TaskForm.edit(desk, (Task) task).show());
        plan.find(new MilestoneId(item))
                .ifPresent(one -> MilestoneForm.edit(desk, (Milestone) one).show());
    }

    private LongTable.Page page(int offset, int limit) {
        var view = desk.view();
        return LongTable.Page.of(activities(view), offset, limit, item -> row(view, item));
    }

    /** Milestones of the project as a whole stand at the end. */
    private static List<PlanItem> activities(DraftDetail view) {
        var plan = view.content();
        var places = new HashMap<StageId, Integer>();
        for (var stage : plan.stages()) {
            places.put(stage.id(), places.size());
        }
        var schedule = view.figures().schedule();
        return Stream.<PlanItem>concat(plan.tasks().stream(), plan.milestones().stream())
                .sorted(Comparator.comparing((PlanItem item) -> places.getOrDefault(stage(item), places.size()))
                        .thenComparing(item -> schedule.of(activity(item)).start())
                        .thenComparing(item -> schedule.of(activity(item)).finish())
                        .thenComparing(item -> item.id().value().toString()))
                .toList();
    }

    private LongTable.Row row(DraftDetail view, PlanItem item) {
        var timing = view.figures().schedule().of(activity(item));
        var stage = view.content().stages().stream()
                .filter(one -> one.id().equals(stage(item)))
                .map(Stage::title)
                .findFirst()
                .orElse("");
        boolean work = item instanceof Task;
        return LongTable.Row.of(
                item.id().value(),
                Cell.of(work ? item.title() : "◆ " + item.title(), stage),
                Cell.of(item instanceof Task task ? Written.number(task.effort().days(), getLocale()) : ""),
                Cell.of(
                        item instanceof Task task
                                ? Written.number(task.duration().days(), getLocale())
                                : ""),
                date(work ? timing.start() : timing.finish()),
                date(timing.finish()),
                spare(timing),
                Cell.of(links(view, item)));
    }

    private Cell date(LocalDateTime when) {
        return Cell.of(Written.date(when.toLocalDate(), getLocale()));
    }

    private Cell spare(Timing timing) {
        var days = getTranslation(
                "draft.float.days", Written.number(timing.totalFloat().days(), getLocale()));
        if (timing.totalFloat().isNegative()) {
            return Cell.badge(Tone.BAD, "!", getTranslation("draft.float.late"), days);
        }
        return timing.critical()
                ? Cell.badge(Tone.WARN, "●", getTranslation("draft.float.critical"), "")
                : Cell.of(days);
    }

    private String links(DraftDetail view, PlanItem item) {
        return (item instanceof Task task ? task.links() : ((Milestone) item).links())
                .stream().map(link -> link(view, link)).collect(Collectors.joining(", "));
    }

    /** "T-1", "T-1 SS", "T-1 FS +2". */
    private String link(DraftDetail view, Link link) {
        var from = view.content().find(link.from()).orElse(null);
        var code = from instanceof Task task ? task.code() : from instanceof Milestone one ? one.code() : "?";
        var lag = link.lag().isZero()
                ? ""
                : (link.lag().isNegative() ? " " : " +")
                        + Written.number(link.lag().days(), getLocale());
        return code
                + (link.kind() == LinkKind.FS && lag.isEmpty()
                        ? ""
                        : " " + link.kind().name() + lag);
    }

    private static ActivityId activity(PlanItem item) {
        return (ActivityId) item.id();
    }

    private static @org.jspecify.annotations.Nullable StageId stage(PlanItem item) {
        return item instanceof Task task ? task.stage() : ((Milestone) item).stage();
    }
}
