package io.throughline.bench;

import static io.throughline.shared.Progress.UNWATCHED;

import io.throughline.plan.DraftId;
import io.throughline.plan.Drafts;
import io.throughline.plan.NewProject;
import io.throughline.plan.PlanApprovals;
import io.throughline.plan.Projects;
import io.throughline.plan.Scoping;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.DeliverableId;
import io.throughline.plan.content.Grade;
import io.throughline.plan.content.GradeId;
import io.throughline.plan.content.Link;
import io.throughline.plan.content.Milestone;
import io.throughline.plan.content.MilestoneId;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.StageId;
import io.throughline.plan.content.Task;
import io.throughline.plan.content.TaskId;
import io.throughline.plan.content.WorkDays;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.support.As;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A project whose approved plan has as many tasks as wanted, in four stages. */
final class GeneratedPlan {

    private static final int STAGES = 4;

    private final String key;
    private final DraftId draft;

    GeneratedPlan(Generator generator, GeneratedBacklog backlog, int tasks) {
        var context = generator.context();
        var projects = context.getBean(Projects.class);
        var drafts = context.getBean(Drafts.class);
        var scoping = context.getBean(Scoping.class);
        var approvals = context.getBean(PlanApprovals.class);
        var project = As.viewer(
                generator.projectManager(),
                () -> projects.open(new NewProject(
                        backlog.area(),
                        "Streets online",
                        LocalizedText.en("Streets online"),
                        "EUR",
                        Money.of(20_000),
                        Effort.ofHours(1_000),
                        LocalDate.of(2026, 1, 5))));
        draft = Objects.requireNonNull(As.viewer(
                generator.projectManager(), () -> projects.project(project).draft()));
        var submission = As.viewer(generator.projectManager(), () -> {
            var scoped =
                    scoping.take(draft, drafts.draft(draft).version(), scoping.compute(draft, UNWATCHED), UNWATCHED);
            drafts.edit(draft, scoped.version(), plan(tasks, scoped.content().requirementsInScope()));
            return approvals.submit(draft, drafts.draft(draft).version());
        });
        key = As.viewer(generator.manager(), () -> {
            approvals.approve(submission, approvals.submission(submission).hash());
            return projects.project(project).key();
        });
    }

    String key() {
        return key;
    }

    DraftId draft() {
        return draft;
    }

    private static List<PlanOperation> plan(int tasks, Set<RequirementRef> scope) {
        var operations = new ArrayList<PlanOperation>();
        var grade = new Grade(GradeId.next(), "Senior", Money.of(100));
        operations.add(new PlanOperation.Add(grade));
        TaskId before = null;
        for (int s = 1; s <= STAGES; s++) {
            var stage = new Stage(StageId.next(), "S-" + s, "Stage " + s, "one more district reports online", s);
            operations.add(new PlanOperation.Add(stage));
            for (int t = 0; t < tasks / STAGES; t++) {
                int number = (s - 1) * (tasks / STAGES) + t;
                var task = task(stage.id(), grade.id(), number, before);
                operations.add(new PlanOperation.Add(task));
                before = task.id();
            }
            var done = new Milestone(
                    MilestoneId.next(),
                    "M-" + s,
                    "District " + s + " reports online",
                    stage.id(),
                    before == null ? List.of() : List.of(Link.finishToStart(before)),
                    null,
                    null);
            operations.add(new PlanOperation.Add(done));
            if (s == STAGES) {
                operations.add(new PlanOperation.Add(new Deliverable(
                        DeliverableId.next(),
                        "D-1",
                        "Public map",
                        LocalizedText.en("Map of all works"),
                        stage.id(),
                        done.id(),
                        scope,
                        List.of())));
            }
        }
        return operations;
    }

    private static Task task(
            StageId stage, GradeId grade, int number, @org.jspecify.annotations.Nullable TaskId before) {
        return new Task(
                TaskId.next(),
                "T-" + number,
                "Task number " + number + " of the plan",
                stage,
                Effort.ofDays(1),
                WorkDays.of(1),
                before == null ? List.of() : List.of(Link.finishToStart(before)),
                null,
                null,
                grade,
                null,
                null,
                Set.of(),
                number);
    }
}
