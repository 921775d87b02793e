package io.throughline.backlog.requirement;

import io.throughline.backlog.BacklogError;
import io.throughline.backlog.RequirementId;
import io.throughline.shared.DomainException;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which open project has a requirement: one at most. */
@Component
public class Holds {

    private final JdbcClient jdbc;
    private final Clock clock;

    Holds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Again for the same project does nothing.
     *
     * @throws DomainException HELD_BY_ANOTHER_PROJECT
     */
    public void take(Requirement requirement, UUID project) {
        var holder = jdbc.sql("select project_id from requirement_hold where requirement_id = :id")
                .param("id", requirement.id().value())
                .query(UUID.class)
                .optional();
        if (holder.isPresent()) {
            if (!holder.get().equals(project)) {
                throw new DomainException(BacklogError.HELD_BY_ANOTHER_PROJECT, requirement.key());
            }
            return;
        }
        try {
            jdbc.sql("insert into requirement_hold (requirement_id, project_id, held_at) values (:id, :project, :at)")
                    .param("id", requirement.id().value())
                    .param("project", project)
                    .param("at", Utc.column(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new DomainException(BacklogError.HELD_BY_ANOTHER_PROJECT, requirement.key());
        }
    }

    /** Does nothing if this project doesn't hold it. */
    public void release(RequirementId id, UUID project) {
        jdbc.sql("delete from requirement_hold where requirement_id = :id and project_id = :project")
                .param("id", id.value())
                .param("project", project)
                .update();
    }

    /** Those of these that a project other than this one has. */
    public Set<RequirementId> ofOthers(Collection<RequirementId> ids, UUID project) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                                select requirement_id from requirement_hold
                                where requirement_id in (:ids) and project_id <> :project""")
                        .param("ids", ids.stream().map(RequirementId::value).toList())
                        .param("project", project)
                        .query((row, i) -> new RequirementId(Columns.uuid(row, "requirement_id")))
                        .list());
    }
}
