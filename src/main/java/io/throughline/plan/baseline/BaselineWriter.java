package io.throughline.plan.baseline;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.BaselineId;
import io.throughline.plan.SubmissionId;
import io.throughline.plan.content.BudgetLine;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.Grade;
import io.throughline.plan.content.Milestone;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanItem;
import io.throughline.plan.content.PlanJson;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.ScopeItem;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.Task;
import io.throughline.plan.content.WorkCalendar;
import io.throughline.plan.project.BaselineScope;
import io.throughline.plan.project.Project;
import io.throughline.plan.project.ProjectStore;
import io.throughline.shared.Id;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Utc;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes an approved submission the baseline in force: its row, its items, and what the backlog is told. */
@Component
public class BaselineWriter {

    /** A row for each requirement a task or a deliverable serves, beside those of the plan's own items. */
    static final String SERVES = "SERVES";

    private final ProjectStore projects;
    private final BacklogForPlanning backlog;
    private final BaselineScope scope;
    private final JdbcClient jdbc;
    private final Clock clock;

    BaselineWriter(
            ProjectStore projects, BacklogForPlanning backlog, BaselineScope scope, JdbcClient jdbc, Clock clock) {
        this.projects = projects;
        this.backlog = backlog;
        this.scope = scope;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public BaselineId write(Project project, SubmissionId submission, String content, String hash, PersonId approver) {
        var plan = PlanJson.read(content);
        var figures = PlanFigures.of(plan);
        var before = project.baseline();
        var id = BaselineId.next();
        int number = project.advance(id, plan.header());
        projects.save(project);
        jdbc.sql("""
                insert into baseline (id, project_id, number, submission_id, content, content_hash, engine, start, finish,
                    cost, approved_by, approved_at)
                values (:id, :project, :number, :submission, :content, :hash, :engine, :start, :finish, :cost, :by, :at)
                """)
                .param("id", id.value())
                .param("project", project.uuid())
                .param("number", number)
                .param("submission", submission.value())
                .param("content", content)
                .param("hash", hash)
                .param("engine", PlanFigures.ENGINE)
                .param("start", figures.schedule().start().toLocalDate())
                .param("finish", figures.finish())
                .param("cost", figures.cost().amount())
                .param("by", approver.value())
                .param("at", Utc.column(clock.instant()))
                .update();
        plan.items().forEach(item -> write(id, item, figures));
        tellBacklog(project, before, plan, figures);
        return id;
    }

    private void write(BaselineId baseline, PlanItem item, PlanFigures figures) {
        switch (item) {
            case ScopeItem scope -> {
                if (scope.inScope()) {
                    var span = figures.servedIn(scope.requirement());
                    row(baseline, scope.id(), scope, null, scope.requirement(), null, span, null);
                }
            }
            case Task task -> {
                row(
                        baseline,
                        task.id(),
                        task,
                        task.stage(),
                        null,
                        task.assignee(),
                        span(figures, task),
                        cost(figures, task));
                task.requirements().forEach(requirement -> serves(baseline, task.id(), requirement));
            }
            case Deliverable deliverable -> {
                Id parent = deliverable.milestone() != null ? deliverable.milestone() : deliverable.stage();
                row(baseline, deliverable.id(), deliverable, parent, null, null, span(figures, deliverable), null);
                deliverable.requirements().forEach(requirement -> serves(baseline, deliverable.id(), requirement));
            }
            case Stage stage ->
                row(baseline, stage.id(), stage, null, null, null, span(figures, stage), cost(figures, stage));
            case Milestone milestone ->
                row(baseline, milestone.id(), milestone, milestone.stage(), null, null, span(figures, milestone), null);
            case BudgetLine line -> row(baseline, line.id(), line, line.stage(), null, null, null, line.amount());
            case WorkCalendar calendar -> {}
            case Grade grade -> {}
        }
    }

    private void serves(BaselineId baseline, Id server, RequirementRef requirement) {
        var id = UUID.nameUUIDFromBytes((server.value() + " " + requirement.value()).getBytes(StandardCharsets.UTF_8));
        insert(baseline, id, SERVES, server, requirement, null, null, null);
    }

    private void row(
            BaselineId baseline,
            Id id,
            PlanItem item,
            @Nullable Id parent,
            @Nullable RequirementRef requirement,
            @Nullable PersonId person,
            PlanFigures.@Nullable Span span,
            @Nullable Money cost) {
        insert(baseline, id.value(), item.itemKind().name(), parent, requirement, person, span, cost);
    }

    private void insert(
            BaselineId baseline,
            UUID id,
            String kind,
            @Nullable Id parent,
            @Nullable RequirementRef requirement,
            @Nullable PersonId person,
            PlanFigures.@Nullable Span span,
            @Nullable Money cost) {
        jdbc.sql("""
                insert into baseline_item (baseline_id, item_id, kind, parent_id, requirement_id, person_id, start, finish,
                    cost)
                values (:baseline, :id, :kind, :parent, :requirement, :person, :start, :finish, :cost)
                """)
                .param("baseline", baseline.value())
                .param("id", id)
                .param("kind", kind)
                .param("parent", parent == null ? null : parent.value())
                .param("requirement", requirement == null ? null : requirement.value())
                .param("person", person == null ? null : person.value())
                .param("start", span == null ? null : span.start())
                .param("finish", span == null ? null : span.finish())
                .param("cost", cost == null ? null : cost.amount())
                .update();
    }

    private void tellBacklog(Project project, @Nullable BaselineId before, PlanContent plan, PlanFigures figures) {
        var in = plan.requirementsInScope();
        for (var requirement : in) {
            var id = new RequirementId(requirement.value());
            var span = figures.servedIn(requirement);
            backlog.hold(id, project.uuid());
            backlog.planned(id, plan.header().publicName(), span.start(), span.finish());
        }
        if (before != null) {
            for (var gone : scope.of(before)) {
                if (!in.contains(gone)) {
                    backlog.dropped(new RequirementId(gone.value()), project.uuid());
                }
            }
        }
    }

    private static PlanFigures.@Nullable Span span(PlanFigures figures, PlanItem item) {
        return figures.span(item.id()).orElse(null);
    }

    private static @Nullable Money cost(PlanFigures figures, PlanItem item) {
        return figures.cost(item.id()).orElse(null);
    }
}
