package io.throughline.plan;

import static io.throughline.shared.Progress.UNWATCHED;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.Areas;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.RequirementId;
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
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.StageId;
import io.throughline.plan.content.Task;
import io.throughline.plan.content.TaskId;
import io.throughline.plan.content.WorkDays;
import io.throughline.shared.Effort;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a project of a test's own with requirements behind it, as far along as the test wants. */
@Component
public class PlanFixtures {

    /** What a test needs to know of its project. */
    public record World(
            Viewer pm,
            Viewer manager,
            ProjectId project,
            DraftId draft,
            RequirementId photo,
            RequirementId map,
            NeedId damage,
            NeedId repairs,
            TaskId build,
            DeliverableId publicMap) {}

    private final Fixtures people;
    private final Areas areas;
    private final Projects projects;
    private final Drafts drafts;
    private final Scoping scoping;
    private final PlanApprovals approvals;
    private final JdbcClient jdbc;

    PlanFixtures(
            Fixtures people,
            Areas areas,
            Projects projects,
            Drafts drafts,
            Scoping scoping,
            PlanApprovals approvals,
            JdbcClient jdbc) {
        this.people = people;
        this.areas = areas;
        this.projects = projects;
        this.drafts = drafts;
        this.scoping = scoping;
        this.approvals = approvals;
        this.jdbc = jdbc;
    }

    /** A project with a draft that can be submitted: two requirements in scope, a task, a milestone, a deliverable. */
    public World drafted() {
        var pm = people.projectManager();
        return As.viewer(pm, () -> {
            var area = areas.create(Fixtures.unique("Area"));
            var damage = need(pm);
            var repairs = need(pm);
            var photo = requirement(pm, area, damage, "60");
            var map = requirement(pm, area, repairs, "40");
            var project = projects.open(new NewProject(
                    area,
                    Fixtures.unique("Street works online"),
                    LocalizedText.en("Street works online").with(Locale.GERMAN, "Straßenarbeiten online"),
                    "EUR",
                    Money.of(100_000),
                    Effort.ofHours(1_000),
                    LocalDate.of(2026, 1, 5)));
            var draft = projects.project(project).draft();
            var view = drafts.draft(draft);
            view = scoping.take(draft, view.version(), scoping.compute(draft, UNWATCHED), UNWATCHED);
            var stage = new Stage(StageId.next(), "S-1", "Build", "one district reports online", 1);
            var grade = new Grade(GradeId.next(), "Senior", Money.of(100));
            var build = new Task(
                    TaskId.next(),
                    "T-1",
                    "Build the map",
                    stage.id(),
                    Effort.ofDays(5),
                    WorkDays.of(5),
                    List.of(),
                    null,
                    null,
                    grade.id(),
                    pm.id(),
                    null,
                    Set.of(),
                    1);
            var done = new Milestone(
                    MilestoneId.next(),
                    "M-1",
                    "Opens",
                    stage.id(),
                    List.of(Link.finishToStart(build.id())),
                    null,
                    null);
            var deliverable = new Deliverable(
                    DeliverableId.next(),
                    "D-1",
                    "Public map",
                    LocalizedText.en("Map of all works").with(Locale.GERMAN, "Karte aller Bauten"),
                    stage.id(),
                    done.id(),
                    Set.of(new RequirementRef(photo.value()), new RequirementRef(map.value())),
                    List.of(new Criterion(CriterionId.next(), "updates within 1 h")));
            drafts.edit(
                    draft,
                    view.version(),
                    List.of(
                            new PlanOperation.Add(stage),
                            new PlanOperation.Add(grade),
                            new PlanOperation.Add(build),
                            new PlanOperation.Add(done),
                            new PlanOperation.Add(deliverable),
                            new PlanOperation.Add(
                                    new BudgetLine(BudgetLineId.next(), "Licences", null, Money.of(250)))));
            return new World(
                    pm, people.manager(), project, draft, photo, map, damage, repairs, build.id(), deliverable.id());
        });
    }

    public SubmissionId submitted(World world) {
        return As.viewer(
                world.pm(),
                () -> approvals.submit(
                        world.draft(), drafts.draft(world.draft()).version()));
    }

    public BaselineId approved(World world) {
        var submission = submitted(world);
        return As.viewer(
                world.manager(),
                () -> approvals.approve(
                        submission, approvals.submission(submission).hash()));
    }

    private NeedId need(Viewer by) {
        var id = new NeedId(Ids.next());
        jdbc.sql("""
                insert into need (id, version, need_key, title, search_text, created_by, created_at)
                values (:id, 0, :key, '{"en":"See repairs through"}', 'see', :by, utc_timestamp(6))
                """)
                .param("id", id.value())
                .param("key", Fixtures.unique("N"))
                .param("by", by.id().value())
                .update();
        return id;
    }

    private RequirementId requirement(Viewer by, AreaId area, NeedId need, String score) {
        var id = new RequirementId(Ids.next());
        jdbc.sql("""
                insert into requirement (id, version, req_key, area_id, title, statement, fit_criterion, search_text, state,
                    content_version, effort_hours, cost, must, inputs, created_by, created_at)
                values (:id, 0, :key, :area, '{"en":"Show the works"}', 'shall', 'fits', 'show', 'ACCEPTED', 1, 8, 100,
                    false, '{}', :by, utc_timestamp(6))
                """)
                .param("id", id.value())
                .param("key", Fixtures.unique("R"))
                .param("area", area.value())
                .param("by", by.id().value())
                .update();
        jdbc.sql("""
                insert into standing (requirement_id, area_id, closed, score, computed_key, place, pinned)
                values (:id, :area, false, :score, :place, :place, false)
                """)
                .param("id", id.value())
                .param("area", area.value())
                .param("score", score)
                .param("place", id.value().toString())
                .update();
        jdbc.sql("""
                insert into requirement_need (requirement_id, need_id, linked_by, linked_at)
                values (:id, :need, :by, utc_timestamp(6))
                """)
                .param("id", id.value())
                .param("need", need.value())
                .param("by", by.id().value())
                .update();
        return id;
    }
}
