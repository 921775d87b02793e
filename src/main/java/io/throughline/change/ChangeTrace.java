package io.throughline.change;

import io.throughline.plan.PlanKinds;
import io.throughline.plan.ProjectId;
import io.throughline.plan.Projects;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource;
import io.throughline.shared.row.Columns;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From the baseline a change was made of, and from the one it made, to that change. One that was withdrawn stands on its own
 * line only: nothing leads to it any more.
 */
@Component
class ChangeTrace implements TraceSource {

    private final Projects projects;
    private final JdbcClient jdbc;

    ChangeTrace(Projects projects, JdbcClient jdbc) {
        this.projects = projects;
        this.jdbc = jdbc;
    }

    @Override
    public List<Arrow> arrows(Viewer viewer, Collection<ObjectRef> objects) {
        var ids = objects.stream().map(ObjectRef::id).toList();
        if (ids.isEmpty() || (!viewer.is(Role.PROJECT_MANAGER) && !viewer.is(Role.MANAGER))) {
            return List.of();
        }
        return jdbc
                .sql("""
                select c.id, c.change_key, c.title, c.project_id, b.id baseline_id, b.number, p.project_key, p.name
                from change_request c join baseline b on b.id = c.baseline_id or b.submission_id = c.submission_id
                join project p on p.id = c.project_id
                where c.id in (:ids) or c.state <> 'WITHDRAWN' and (b.id in (:ids) or p.id in (:ids))
                order by c.id, b.number
                """)
                .param("ids", ids)
                .query((row, i) -> new Found(
                        new ProjectId(Columns.uuid(row, "project_id")),
                        new Arrow(
                                new Stop(
                                        Stage.SCOPE,
                                        new ObjectRef(PlanKinds.BASELINE, Columns.uuid(row, "baseline_id")),
                                        row.getString("project_key") + " " + row.getString("name") + " · "
                                                + row.getInt("number"),
                                        null,
                                        1),
                                new Stop(
                                        Stage.CHANGE,
                                        new ObjectRef(ChangeKinds.CHANGE, Columns.uuid(row, "id")),
                                        row.getString("change_key") + " " + row.getString("title"),
                                        ChangeLinks.change(row.getString("change_key")),
                                        1))))
                .list()
                .stream()
                .filter(found -> projects.access(found.project()).seesMoney())
                .map(Found::arrow)
                .toList();
    }

    private record Found(ProjectId project, Arrow arrow) {}
}
