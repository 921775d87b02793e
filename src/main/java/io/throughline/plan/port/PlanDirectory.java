package io.throughline.plan.port;

import io.throughline.plan.Access;
import io.throughline.plan.PlanKinds;
import io.throughline.plan.ProjectId;
import io.throughline.plan.SubmissionId;
import io.throughline.plan.project.ProjectAccess;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import io.throughline.shared.row.Columns;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What projects, submissions and baselines are called, to those who may read them. */
@Component
class PlanDirectory implements ObjectDirectory {

    private final ProjectAccess access;
    private final JdbcClient jdbc;

    PlanDirectory(ProjectAccess access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    @Override
    public List<String> kinds() {
        return List.of(PlanKinds.PROJECT, PlanKinds.SUBMISSION, PlanKinds.BASELINE);
    }

    @Override
    public Map<UUID, Entry> readable(Viewer viewer, Collection<ObjectRef> objects) {
        var ids = objects.stream()
                .filter(object -> kinds().contains(object.kind()))
                .map(ObjectRef::id)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var entries = new HashMap<UUID, Entry>();
        var rights = new HashMap<UUID, Access>();
        jdbc.sql("""
                select p.id, 'project' kind, p.id project_id, p.project_key, p.name, 0 number from project p
                where p.id in (:ids)
                union all
                select b.id, 'baseline', p.id, p.project_key, p.name, b.number from baseline b
                join project p on p.id = b.project_id where b.id in (:ids)
                union all
                select s.id, d.purpose, p.id, p.project_key, p.name, s.base_number from submission s
                join draft d on d.id = s.draft_id join project p on p.id = s.project_id where s.id in (:ids)
                """)
                .param("ids", ids)
                .query((row, i) -> new Found(
                        Columns.uuid(row, "id"),
                        row.getString("kind"),
                        Columns.uuid(row, "project_id"),
                        row.getString("project_key"),
                        row.getString("name"),
                        row.getInt("number")))
                .list()
                .forEach(found -> {
                    var may = rights.computeIfAbsent(found.project(), id -> access.of(viewer, new ProjectId(id)));
                    if (found.readable(may)) {
                        entries.put(found.id(), found.entry());
                    }
                });
        return entries;
    }

    private record Found(UUID id, String kind, UUID project, String key, String name, int number) {

        boolean readable(Access may) {
            return kind.equals("project") || kind.equals("baseline") ? may.reads() : may.seesMoney();
        }

        Entry entry() {
            var title = key + " " + name;
            return switch (kind) {
                case "baseline" -> new Entry(title + " · " + number, PlanLinks.baseline(key, number));
                case "PLAN" -> new Entry(title, PlanLinks.approval(key, new SubmissionId(id)));
                default -> new Entry(title, PlanLinks.project(key));
            };
        }
    }
}
