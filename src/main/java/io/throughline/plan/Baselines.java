package io.throughline.plan;

import io.throughline.backlog.RequirementId;
import io.throughline.plan.baseline.FrozenPlans;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.DeliverableId;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.project.ProjectAccess;
import io.throughline.shared.DomainException;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Approved plans, which nothing changes: a change makes the next one. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER','TEAM_MEMBER')")
public class Baselines {

    /**
     * A row of a baseline.
     *
     * @param kind a {@link io.throughline.plan.content.PlanItemKind}, or SERVES for a requirement its parent serves
     * @param cost null where there is none, and for those who may not see it
     */
    public record Item(
            UUID id,
            String kind,
            @Nullable UUID parent,
            @Nullable RequirementId requirement,
            @Nullable PersonId person,
            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            @Nullable Money cost) {}

    /** A deliverable and the day it is to be ready, null if nothing in the plan says so. */
    public record PlannedDeliverable(
            Deliverable deliverable, @Nullable LocalDate finish) {}

    /**
     * A baseline as its reader may see it.
     *
     * @param figures computed without any money for those who may not see what things cost
     */
    public record Plan(BaselineInfo info, PlanFigures figures) {}

    private static final String INFO = """
            select id, project_id, number, submission_id, content_hash, engine, start, finish, cost, approved_by,
                approved_at
            from baseline
            """;

    private final ProjectAccess access;
    private final FrozenPlans plans;
    private final JdbcClient jdbc;

    Baselines(ProjectAccess access, FrozenPlans plans, JdbcClient jdbc) {
        this.access = access;
        this.plans = plans;
        this.jdbc = jdbc;
    }

    /** All of a project, newest first. @throws DomainException NOT_FOUND */
    public List<BaselineInfo> ofProject(ProjectId project) {
        var rights = access.requireReads(project);
        return jdbc.sql(INFO + "where project_id = :project order by number desc")
                .param("project", project.value())
                .query((row, i) -> info(row, rights.seesMoney()))
                .list();
    }

    /** The one in force, if anything is approved. @throws DomainException NOT_FOUND */
    public Optional<BaselineInfo> inForce(ProjectId project) {
        return ofProject(project).stream().findFirst();
    }

    /** @throws DomainException NOT_FOUND */
    public BaselineInfo baseline(BaselineId id) {
        var found = find(id);
        var rights = access.requireReads(found.project());
        return rights.seesMoney() ? found : withoutCost(found);
    }

    /**
     * The whole plan with its rates, for those who may see them.
     *
     * @throws DomainException NOT_FOUND
     * @throws IllegalStateException if the stored bytes no longer match their hash
     */
    public PlanContent content(BaselineId id) {
        var info = find(id);
        access.requireSeesMoney(info.project());
        return figures(info, true).plan();
    }

    /**
     * The whole plan, without money for those who may not see what things cost.
     *
     * @throws DomainException NOT_FOUND
     * @throws IllegalStateException if the stored bytes no longer match their hash
     */
    public Plan plan(BaselineId id) {
        var info = baseline(id);
        return new Plan(info, figures(info, info.cost() != null));
    }

    /** The baseline of this number. @throws DomainException NOT_FOUND */
    public BaselineInfo numbered(ProjectId project, int number) {
        return ofProject(project).stream()
                .filter(info -> info.number() == number)
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    /** The baseline a submission became, if it was approved. @throws DomainException NOT_FOUND */
    public Optional<BaselineInfo> madeOf(ProjectId project, SubmissionId submission) {
        return ofProject(project).stream()
                .filter(info -> info.submission().equals(submission))
                .findFirst();
    }

    /** Its rows, without cost for those who may not see it. @throws DomainException NOT_FOUND */
    public List<Item> items(BaselineId id) {
        var money = access.requireReads(find(id).project()).seesMoney();
        return jdbc.sql("select * from baseline_item where baseline_id = :id order by kind, start, item_id")
                .param("id", id.value())
                .query((row, i) -> item(row, money))
                .list();
    }

    /** What it promises to hand over. @throws DomainException NOT_FOUND */
    public List<PlannedDeliverable> deliverables(BaselineId id) {
        var info = find(id);
        access.requireReads(info.project());
        var figures = figures(info, false);
        return figures.plan().deliverables().stream()
                .map(one -> new PlannedDeliverable(
                        one,
                        figures.span(one.id()).map(PlanFigures.Span::finish).orElse(null)))
                .toList();
    }

    /**
     * One deliverable as promised, for a room that has judged who may read it.
     *
     * @throws DomainException NOT_FOUND
     */
    @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
    @PreAuthorize("isAuthenticated()")
    public Deliverable promised(BaselineId id, DeliverableId deliverable) {
        return figures(find(id), false).plan().deliverable(deliverable).orElseThrow(DomainException::notFound);
    }

    private PlanFigures figures(BaselineInfo baseline, boolean money) {
        return plans.figures(
                baseline.hash(),
                money,
                () -> jdbc.sql("select content from baseline where id = :id")
                        .param("id", baseline.id().value())
                        .query(String.class)
                        .single());
    }

    private BaselineInfo find(BaselineId id) {
        return jdbc.sql(INFO + "where id = :id")
                .param("id", id.value())
                .query((row, i) -> info(row, true))
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    private static BaselineInfo withoutCost(BaselineInfo info) {
        return new BaselineInfo(
                info.id(),
                info.project(),
                info.number(),
                info.submission(),
                info.hash(),
                info.engine(),
                info.start(),
                info.finish(),
                null,
                info.approvedBy(),
                info.approvedAt());
    }

    private static BaselineInfo info(ResultSet row, boolean money) throws SQLException {
        return new BaselineInfo(
                new BaselineId(Columns.uuid(row, "id")),
                new ProjectId(Columns.uuid(row, "project_id")),
                row.getInt("number"),
                new SubmissionId(Columns.uuid(row, "submission_id")),
                row.getString("content_hash"),
                row.getString("engine"),
                row.getObject("start", LocalDate.class),
                row.getObject("finish", LocalDate.class),
                money ? new Money(row.getBigDecimal("cost")) : null,
                new PersonId(Columns.uuid(row, "approved_by")),
                Utc.instant(row, "approved_at"));
    }

    private static Item item(ResultSet row, boolean money) throws SQLException {
        var requirement = Columns.uuidOrNull(row, "requirement_id");
        var person = Columns.uuidOrNull(row, "person_id");
        var cost = row.getBigDecimal("cost");
        return new Item(
                Columns.uuid(row, "item_id"),
                row.getString("kind"),
                Columns.uuidOrNull(row, "parent_id"),
                requirement == null ? null : new RequirementId(requirement),
                person == null ? null : new PersonId(person),
                row.getObject("start", LocalDate.class),
                row.getObject("finish", LocalDate.class),
                cost == null || !money ? null : new Money(cost));
    }
}
