package io.throughline.demo;

import io.throughline.backlog.RequirementId;
import io.throughline.change.ChangeRequests;
import io.throughline.delivery.Acceptances;
import io.throughline.delivery.Deliverables;
import io.throughline.demo.Cast.Players;
import io.throughline.demo.Prioritising.Ranked;
import io.throughline.plan.Baselines;
import io.throughline.plan.DraftId;
import io.throughline.plan.Drafts;
import io.throughline.plan.NewProject;
import io.throughline.plan.PlanApprovals;
import io.throughline.plan.ProjectId;
import io.throughline.plan.Projects;
import io.throughline.plan.Scoping;
import io.throughline.plan.content.BudgetLine;
import io.throughline.plan.content.BudgetLineId;
import io.throughline.plan.content.Criterion;
import io.throughline.plan.content.CriterionId;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.DeliverableId;
import io.throughline.plan.content.Grade;
import io.throughline.plan.content.GradeId;
import io.throughline.plan.content.Link;
import io.throughline.plan.content.Milestone;
import io.throughline.plan.content.MilestoneId;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.PlanOperation.Add;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.StageId;
import io.throughline.plan.content.Task;
import io.throughline.plan.content.TaskId;
import io.throughline.plan.content.WorkDays;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One project of the demo: a baseline, an approved change of it, a delivered and accepted item. All of it an example. */
@Component
class Planning {

    private final Projects projects;
    private final Drafts drafts;
    private final Scoping scoping;
    private final PlanApprovals approvals;
    private final ChangeRequests changes;
    private final Baselines baselines;
    private final Deliverables deliverables;
    private final Acceptances acceptances;
    private final Clock clock;

    Planning(
            Projects projects,
            Drafts drafts,
            Scoping scoping,
            PlanApprovals approvals,
            ChangeRequests changes,
            Baselines baselines,
            Deliverables deliverables,
            Acceptances acceptances,
            Clock clock) {
        this.projects = projects;
        this.drafts = drafts;
        this.scoping = scoping;
        this.approvals = approvals;
        this.changes = changes;
        this.baselines = baselines;
        this.deliverables = deliverables;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    /** The parts of the plan the change and the delivery speak of. */
    private record Parts(Task map, Deliverable tracking, List<PlanOperation> operations) {}

    ProjectId plan(Players players, Ranked ranked) {
        var pm = players.projectManager();
        var parts = parts(ranked, players.teamMember().id());
        var project = Acting.as(pm, () -> {
            var id = projects.open(new NewProject(
                    ranked.area(),
                    "Street works online (example)",
                    LocalizedText.en("Street works online (example)")
                            .with(Locale.GERMAN, "Straßenarbeiten online (Beispiel)"),
                    "USD",
                    Money.of(90_000),
                    Effort.ofDays(120),
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
            projects.letIn(id, players.teamMember().id(), false);
            var draft = Objects.requireNonNull(projects.project(id).draft());
            scope(draft, ranked.closure(), "Named by most residents.");
            scope(draft, ranked.photo(), "Small, and asked for in own words.");
            scope(draft, ranked.map(), "Spares the service desk most questions.");
            drafts.edit(draft, drafts.draft(draft).version(), parts.operations());
            approvals.submit(draft, drafts.draft(draft).version());
            return id;
        });
        approve(players, project);
        change(players, project, ranked, parts.map());
        deliver(players, project, parts.tracking());
        return project;
    }

    private void scope(DraftId draft, RequirementId requirement, String reason) {
        scoping.decide(draft, drafts.draft(draft).version(), requirement, true, reason);
    }

    private void approve(Players players, ProjectId project) {
        var submission = Acting.as(players.projectManager(), () -> {
            var draft = Objects.requireNonNull(projects.project(project).draft());
            return Objects.requireNonNull(drafts.draft(draft).submission());
        });
        Acting.as(
                players.manager(),
                () -> approvals.approve(
                        submission, approvals.submission(submission).hash()));
    }

    /** The map takes longer; the photo, whose need then drops out, leaves the scope. */
    private void change(Players players, ProjectId project, Ranked ranked, Task map) {
        var change = Acting.as(players.projectManager(), () -> {
            var base = baselines.inForce(project).orElseThrow();
            var id = changes.propose(
                    base.id(),
                    "Replace the map provider",
                    "The provider of the map ends its service; the new one needs a week more to connect.");
            var draft = changes.change(id).draft();
            drafts.edit(draft, drafts.draft(draft).version(), List.of(new PlanOperation.Change(map, longer(map))));
            scoping.decide(
                    draft,
                    drafts.draft(draft).version(),
                    ranked.photo(),
                    false,
                    "Moves to the next project, so that the map can still open in time.");
            changes.submit(id, drafts.draft(draft).version());
            return id;
        });
        Acting.as(
                players.manager(),
                () -> changes.approve(
                        change,
                        Objects.requireNonNull(changes.change(change).submission())
                                .hash()));
    }

    private void deliver(Players players, ProjectId project, Deliverable tracking) {
        var handover = Acting.as(
                players.projectManager(),
                () -> deliverables.deliver(
                        project, tracking.id(), "Open your report: every step is there, with a photo at the end."));
        for (var customer : players.customers()) {
            var asked = Acting.as(
                    customer,
                    () -> deliverables.waitingForMe().stream()
                            .anyMatch(waiting -> waiting.id().equals(handover)));
            if (asked) {
                Acting.as(customer, () -> acceptances.accept(handover));
                return;
            }
        }
        throw new IllegalStateException("nobody of the demo asked for what was delivered");
    }

    private static Task longer(Task task) {
        return new Task(
                task.id(),
                task.code(),
                task.name(),
                task.stage(),
                Effort.ofDays(15),
                WorkDays.of(15),
                task.links(),
                task.notBefore(),
                task.mustFinishBy(),
                task.grade(),
                task.assignee(),
                task.calendar(),
                task.requirements(),
                task.order());
    }

    private static Parts parts(Ranked ranked, PersonId developer) {
        var grade = new Grade(GradeId.next(), "Developer", Money.of(85));
        var build = new Stage(
                StageId.next(),
                "S-1",
                "Reports that can be followed",
                "The service desk stops answering “is it fixed?”",
                1);
        var open = new Stage(
                StageId.next(), "S-2", "Works on the map", "Districts can warn residents before a street closes.", 2);
        var closure = ref(ranked.closure());
        var photo = ref(ranked.photo());
        var map = ref(ranked.map());
        var states = task(
                "T-1", "States of a report, shown to its reporter", build, 12, grade, developer, Set.of(closure), 1);
        var notify = task("T-2", "Messages when a report is closed", build, 6, grade, developer, Set.of(closure), 2)
                .withLinks(List.of(Link.finishToStart(states.id())));
        var photos = task("T-3", "Photos with a report", build, 4, grade, developer, Set.of(photo), 3)
                .withLinks(List.of(Link.finishToStart(states.id())));
        var connect = task("T-4", "Connect the map", open, 8, grade, developer, Set.of(map), 4)
                .withLinks(List.of(Link.finishToStart(notify.id())));
        var followed = new Milestone(
                MilestoneId.next(),
                "M-1",
                "Reports can be followed",
                build.id(),
                List.of(Link.finishToStart(notify.id()), Link.finishToStart(photos.id())),
                null,
                null);
        var pilot = new Milestone(
                MilestoneId.next(),
                "M-2",
                "Map opens",
                open.id(),
                List.of(Link.finishToStart(connect.id())),
                null,
                null);
        var tracking = new Deliverable(
                DeliverableId.next(),
                "D-1",
                "Report tracking",
                LocalizedText.en("Follow your street report").with(Locale.GERMAN, "Straßenmeldung verfolgen"),
                build.id(),
                followed.id(),
                Set.of(closure),
                List.of(new Criterion(CriterionId.next(), "Closing a report notifies its reporter within one hour.")));
        var publicMap = new Deliverable(
                DeliverableId.next(),
                "D-2",
                "Public map",
                LocalizedText.en("Map of planned works").with(Locale.GERMAN, "Karte der geplanten Arbeiten"),
                open.id(),
                pilot.id(),
                Set.of(map),
                List.of(new Criterion(
                        CriterionId.next(), "A change of the works plan is on the map within one hour.")));
        var licence = new BudgetLine(BudgetLineId.next(), "Map licence, first year", open.id(), Money.of(9_000));
        List<PlanOperation> operations = Stream.of(
                        grade, build, open, states, notify, photos, connect, followed, pilot, tracking, publicMap,
                        licence)
                .<PlanOperation>map(Add::new)
                .toList();
        return new Parts(connect, tracking, operations);
    }

    private static Task task(
            String code,
            String name,
            Stage stage,
            int days,
            Grade grade,
            PersonId assignee,
            Set<RequirementRef> serves,
            int order) {
        return new Task(
                TaskId.next(),
                code,
                name,
                stage.id(),
                Effort.ofDays(days),
                WorkDays.of(days),
                List.of(),
                null,
                null,
                grade.id(),
                assignee,
                null,
                serves,
                order);
    }

    private static RequirementRef ref(RequirementId requirement) {
        return new RequirementRef(requirement.value());
    }
}
