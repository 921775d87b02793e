package io.throughline.plan.project;

import io.throughline.people.People;
import io.throughline.plan.PlanError;
import io.throughline.plan.ProjectId;
import io.throughline.plan.ProjectMember;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.row.Columns;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who belongs to a project. Whether the viewer may change that is asked by whoever calls. */
@Component
public class ProjectMembers {

    private final People people;
    private final JdbcClient jdbc;

    ProjectMembers(People people, JdbcClient jdbc) {
        this.people = people;
        this.jdbc = jdbc;
    }

    public List<ProjectMember> of(ProjectId id) {
        return jdbc.sql("select person_id, manages from project_member where project_id = :id order by person_id")
                .param("id", id.value())
                .query((row, i) ->
                        new ProjectMember(new PersonId(Columns.uuid(row, "person_id")), row.getBoolean("manages")))
                .list();
    }

    public void add(ProjectId id, PersonId person, boolean manages) {
        jdbc.sql("insert into project_member (project_id, person_id, manages) values (:project, :person, :manages)")
                .param("project", id.value())
                .param("person", person.value())
                .param("manages", manages)
                .update();
    }

    /** @throws DomainException NOT_FOUND, NOT_A_PROJECT_MANAGER, LAST_PROJECT_MANAGER */
    public void letIn(ProjectId id, PersonId person, boolean manages) {
        requireSuits(person, manages);
        lock(id);
        remove(id, person);
        add(id, person, manages);
        requireManager(id);
    }

    /** @throws DomainException LAST_PROJECT_MANAGER */
    public void letGo(ProjectId id, PersonId person) {
        lock(id);
        remove(id, person);
        requireManager(id);
    }

    /** Two managers who let each other go at once must not both succeed. */
    private void lock(ProjectId id) {
        jdbc.sql("select id from project where id = :id for update")
                .param("id", id.value())
                .query()
                .singleRow();
    }

    private void remove(ProjectId id, PersonId person) {
        jdbc.sql("delete from project_member where project_id = :project and person_id = :person")
                .param("project", id.value())
                .param("person", person.value())
                .update();
    }

    private void requireSuits(PersonId person, boolean manages) {
        boolean projectManager = people.has(person, Role.PROJECT_MANAGER);
        if (!projectManager && !people.has(person, Role.TEAM_MEMBER)) {
            throw DomainException.notFound();
        }
        if (manages && !projectManager) {
            throw new DomainException(PlanError.NOT_A_PROJECT_MANAGER);
        }
    }

    /** One who can still sign in as such: a project nobody can edit any more would be lost. */
    private void requireManager(ProjectId id) {
        if (of(id).stream()
                .noneMatch(member -> member.manages() && people.has(member.person(), Role.PROJECT_MANAGER))) {
            throw new DomainException(PlanError.LAST_PROJECT_MANAGER);
        }
    }
}
