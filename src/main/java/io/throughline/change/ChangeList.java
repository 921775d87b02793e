package io.throughline.change;

import io.throughline.plan.ProjectId;
import io.throughline.plan.Projects;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Like;
import io.throughline.shared.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The changes a viewer may read, as lists: a manager those of all projects, a project manager those of the own ones. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class ChangeList {

    /** A copy that was taken up again is in work, whatever became of it when it was handed in. */
    private static final String STATE =
            "case when d.state = 'OPEN' and c.state in ('WAITING', 'QUESTIONED') then 'DRAFTING' else c.state end";

    private static final String SELECT = """
            select c.id, c.change_key, c.title, c.project_id, c.proposed_by, c.proposed_at, p.project_key, p.name,
                """ + STATE + """
             state
            from change_request c join project p on p.id = c.project_id join draft d on d.id = c.draft_id
            """;

    private static final String COUNT = """
            select count(*),
                """ + STATE + """
             state
            from change_request c join project p on p.id = c.project_id join draft d on d.id = c.draft_id
            """;

    private static final String MATCHING = """
            left join project_member m on m.project_id = p.id and m.person_id = :person and m.manages
            where (:all or m.person_id is not null)
              and (c.title like :query or c.change_key like :query or p.name like :query
                or p.project_key = :key)
            """;

    private static final String IN_STATE = "and (:state is null or :state = " + STATE + ") ";

    private final Projects projects;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;

    ChangeList(Projects projects, CurrentViewer viewer, JdbcClient jdbc) {
        this.projects = projects;
        this.viewer = viewer;
        this.jdbc = jdbc;
    }

    /**
     * Those the viewer may read, newest first.
     *
     * @param limit 1–200
     */
    public List<ChangeRow> list(ChangeFilter filter, int offset, int limit) {
        var state = filter.state();
        return matching(SELECT + MATCHING + IN_STATE + "order by c.id desc limit :limit offset :offset", filter.query())
                .param("state", state == null ? null : state.name())
                .param("limit", Math.clamp(limit, 1, 200))
                .param("offset", offset)
                .query(ChangeList::row)
                .list();
    }

    /**
     * How many the viewer may read in each state; a state without any is left out.
     *
     * @param query as {@link ChangeFilter#query}
     */
    public Map<ChangeState, Integer> counts(String query) {
        var counts = new EnumMap<ChangeState, Integer>(ChangeState.class);
        matching(COUNT + MATCHING + "group by 2", query).query(row -> {
            counts.put(ChangeState.valueOf(row.getString(2)), row.getInt(1));
        });
        return counts;
    }

    /** How many {@link #list} would show in all. */
    public int count(ChangeFilter filter) {
        var counts = counts(filter.query());
        var state = filter.state();
        return state == null
                ? counts.values().stream().mapToInt(Integer::intValue).sum()
                : counts.getOrDefault(state, 0);
    }

    private JdbcClient.StatementSpec matching(String sql, String query) {
        return jdbc.sql(sql)
                .param("person", viewer.get().id().value())
                .param("all", viewer.get().is(Role.MANAGER))
                .param("query", Like.containing(query))
                .param("key", query.strip());
    }

    /** All of a project, newest first. @throws DomainException NOT_FOUND */
    public List<ChangeRow> ofProject(ProjectId project) {
        if (!projects.access(project).seesMoney()) {
            throw DomainException.notFound();
        }
        return jdbc.sql(SELECT + "where c.project_id = :project order by c.id desc")
                .param("project", project.value())
                .query(ChangeList::row)
                .list();
    }

    private static ChangeRow row(ResultSet row, int number) throws SQLException {
        return new ChangeRow(
                new ChangeId(Columns.uuid(row, "id")),
                row.getString("change_key"),
                row.getString("title"),
                ChangeState.valueOf(row.getString("state")),
                new ProjectId(Columns.uuid(row, "project_id")),
                row.getString("project_key"),
                row.getString("name"),
                new PersonId(Columns.uuid(row, "proposed_by")),
                Utc.instant(row, "proposed_at"));
    }
}
