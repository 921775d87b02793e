package io.throughline.plan;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.Areas;
import io.throughline.plan.content.PlanCheck;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.draft.Draft;
import io.throughline.plan.draft.DraftStore;
import io.throughline.plan.project.Project;
import io.throughline.plan.project.ProjectAccess;
import io.throughline.plan.project.ProjectMembers;
import io.throughline.plan.project.ProjectStore;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.persistence.Keys;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Projects: opened by a project manager, read by their members and all managers. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER','TEAM_MEMBER')")
public class Projects {

    private final ProjectStore projects;
    private final DraftStore drafts;
    private final ProjectAccess access;
    private final ProjectMembers members;
    private final Areas areas;
    private final Keys keys;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Projects(
            ProjectStore projects,
            DraftStore drafts,
            ProjectAccess access,
            ProjectMembers members,
            Areas areas,
            Keys keys,
            CurrentViewer viewer,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.projects = projects;
        this.drafts = drafts;
        this.access = access;
        this.members = members;
        this.areas = areas;
        this.keys = keys;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Those the viewer may read, newest first.
     *
     * @param query part of name or key; empty: all
     * @param limit 1–200
     */
    public List<ProjectRow> list(String query, int offset, int limit) {
        return jdbc.sql("""
                select p.id, p.project_key, p.name, p.baseline_number, b.finish, coalesce(m.manages, 0) manages,
                    d.id draft_id, d.state draft_state, d.steps
                from project p
                left join project_member m on m.project_id = p.id and m.person_id = :person
                left join baseline b on b.id = p.baseline_id
                left join draft d on d.project_id = p.id and d.purpose = 'PLAN' and d.state <> 'CLOSED'
                where (:all or m.person_id is not null) and (p.name like :query or p.project_key like :query)
                order by p.id desc limit :limit offset :offset
                """)
                .param("person", viewer.get().id().value())
                .param("all", viewer.get().is(Role.MANAGER))
                .param("query", Like.containing(query))
                .param("limit", Math.clamp(limit, 1, 200))
                .param("offset", offset)
                .query((row, i) -> row(row))
                .list();
    }

    /** How many {@link #list} would show in all. */
    public int count(String query) {
        return jdbc.sql("""
                select count(*) from project p
                left join project_member m on m.project_id = p.id and m.person_id = :person
                where (:all or m.person_id is not null) and (p.name like :query or p.project_key like :query)
                """)
                .param("person", viewer.get().id().value())
                .param("all", viewer.get().is(Role.MANAGER))
                .param("query", Like.containing(query))
                .query(Integer.class)
                .single();
    }

    /** @throws DomainException NOT_FOUND */
    public ProjectDetail project(ProjectId id) {
        var rights = access.requireReads(id);
        var draft = rights.seesMoney() ? planDraft(id) : null;
        return jdbc.sql("select * from project where id = :id")
                .param("id", id.value())
                .query((row, i) -> new ProjectDetail(
                        id,
                        row.getLong("version"),
                        row.getString("project_key"),
                        row.getString("name"),
                        json.readValue(row.getString("public_name"), LocalizedText.class),
                        new AreaId(Columns.uuid(row, "area_id")),
                        baseline(row),
                        row.getInt("baseline_number"),
                        draft,
                        members.of(id),
                        rights))
                .single();
    }

    /** @throws DomainException NOT_FOUND */
    public ProjectDetail byKey(String key) {
        return project(jdbc.sql("select id from project where project_key = :key")
                .param("key", key)
                .query((row, i) -> new ProjectId(Columns.uuid(row, "id")))
                .optional()
                .orElseThrow(DomainException::notFound));
    }

    /** What the viewer may do in a project; nothing in one that doesn't exist. */
    public Access access(ProjectId id) {
        return access.of(id);
    }

    /**
     * Opens a project with an empty draft; who opens it manages it.
     *
     * @throws DomainException REQUIRED, TOO_LONG, OUT_OF_RANGE, or NOT_FOUND for the area
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public ProjectId open(NewProject wanted) {
        areas.area(wanted.area());
        if (wanted.publicName().isBlank()) {
            throw new DomainException(CommonError.REQUIRED, "plan.project.publicName");
        }
        if (wanted.budget().isNegative() || wanted.budget().compareTo(PlanCheck.MOST_MONEY) > 0) {
            throw new DomainException(
                    CommonError.OUT_OF_RANGE, "plan.project.budget", 0, PlanCheck.MOST_MONEY.amount());
        }
        if (wanted.capacity().compareTo(PlanCheck.MOST_EFFORT) > 0) {
            throw new DomainException(CommonError.OUT_OF_RANGE, "projects.capacity", 0, PlanCheck.MOST_EFFORT.days());
        }
        requireCurrency(wanted.currency());
        var me = viewer.get().id();
        var project = projects.save(new Project(
                keys.next(Keys.Kind.PRJ), wanted.name(), wanted.publicName(), wanted.area(), me, clock.instant()));
        members.add(project.id(), me, true);
        var content = PlanContent.empty(
                wanted.name().strip(),
                wanted.publicName(),
                wanted.currency(),
                wanted.budget(),
                wanted.capacity(),
                wanted.start());
        drafts.save(new Draft(project.id(), DraftPurpose.PLAN, null, 0, content, me, clock.instant()));
        return project.id();
    }

    /**
     * Lets a person in, or changes what they may do.
     *
     * @throws DomainException NOT_FOUND, also for a person who neither manages projects nor works on them; NOT_ALLOWED,
     *     NOT_A_PROJECT_MANAGER where they are to manage it, LAST_PROJECT_MANAGER
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void letIn(ProjectId id, PersonId person, boolean manages) {
        access.requireManages(id);
        members.letIn(id, person, manages);
    }

    /** @throws DomainException NOT_FOUND, NOT_ALLOWED, LAST_PROJECT_MANAGER */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void letGo(ProjectId id, PersonId person) {
        access.requireManages(id);
        members.letGo(id, person);
    }

    private @Nullable DraftId planDraft(ProjectId id) {
        return jdbc.sql("select id from draft where project_id = :id and purpose = 'PLAN' and state <> 'CLOSED'")
                .param("id", id.value())
                .query((row, i) -> new DraftId(Columns.uuid(row, "id")))
                .optional()
                .orElse(null);
    }

    private static @Nullable BaselineId baseline(ResultSet row) throws SQLException {
        var id = Columns.uuidOrNull(row, "baseline_id");
        return id == null ? null : new BaselineId(id);
    }

    private ProjectRow row(ResultSet row) throws SQLException {
        boolean manages = row.getBoolean("manages");
        var state = row.getString("draft_state");
        boolean seesMoney =
                manages && viewer.get().is(Role.PROJECT_MANAGER) || viewer.get().is(Role.MANAGER);
        return new ProjectRow(
                new ProjectId(Columns.uuid(row, "id")),
                row.getString("project_key"),
                row.getString("name"),
                row.getInt("baseline_number"),
                row.getObject("finish", LocalDate.class),
                manages,
                state == null
                        ? null
                        : new FirstPlan(
                                DraftState.valueOf(state),
                                row.getInt("steps") > 0,
                                seesMoney ? new DraftId(Columns.uuid(row, "draft_id")) : null));
    }

    private static void requireCurrency(String code) {
        try {
            Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new DomainException(CommonError.REQUIRED, "plan.project.currency");
        }
    }
}
