package io.throughline.plan.project;

import io.throughline.plan.Access;
import io.throughline.plan.ProjectId;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may do what in a project: its managers edit, members and all managers of the house read. */
@Component
public class ProjectAccess {

    private final CurrentViewer current;
    private final JdbcClient jdbc;

    ProjectAccess(CurrentViewer current, JdbcClient jdbc) {
        this.current = current;
        this.jdbc = jdbc;
    }

    /** What the current viewer may do here; nothing at all for a project that doesn't exist. */
    public Access of(ProjectId project) {
        return of(current.get(), project);
    }

    public Access of(Viewer viewer, ProjectId project) {
        var membership = jdbc.sql("""
                select m.manages from project p
                left join project_member m on m.project_id = p.id and m.person_id = :person
                where p.id = :project
                """)
                .param("person", viewer.id().value())
                .param("project", project.value())
                .query((row, i) -> {
                    boolean manages = row.getBoolean("manages");
                    return row.wasNull() ? Membership.NONE : manages ? Membership.MANAGES : Membership.MEMBER;
                })
                .optional()
                .orElse(null);
        if (membership == null) {
            return new Access(false, false, false);
        }
        boolean manages = membership == Membership.MANAGES && viewer.is(Role.PROJECT_MANAGER);
        boolean member =
                membership != Membership.NONE && (viewer.is(Role.PROJECT_MANAGER) || viewer.is(Role.TEAM_MEMBER));
        boolean manager = viewer.is(Role.MANAGER);
        return new Access(member || manager, manages, manages || manager);
    }

    public boolean isMember(ProjectId project, PersonId person) {
        return jdbc.sql("select 1 from project_member where project_id = :project and person_id = :person")
                .param("project", project.value())
                .param("person", person.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** @throws DomainException NOT_FOUND */
    public Access requireReads(ProjectId project) {
        var access = of(project);
        if (!access.reads()) {
            throw DomainException.notFound();
        }
        return access;
    }

    /** @throws DomainException NOT_FOUND, also for a member who may not see what things cost */
    public Access requireSeesMoney(ProjectId project) {
        var access = of(project);
        if (!access.seesMoney()) {
            throw DomainException.notFound();
        }
        return access;
    }

    /** @throws DomainException NOT_FOUND, or NOT_ALLOWED for who may read but not edit */
    public void requireManages(ProjectId project) {
        var access = requireReads(project);
        if (!access.manages()) {
            throw new DomainException(CommonError.NOT_ALLOWED);
        }
    }

    private enum Membership {
        NONE,
        MEMBER,
        MANAGES
    }
}
