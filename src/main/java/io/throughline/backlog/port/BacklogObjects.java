package io.throughline.backlog.port;

import static io.throughline.backlog.row.Rows.text;
import static io.throughline.backlog.row.Rows.uuid;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.RequirementId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room's objects are called; project managers and managers may read them all. */
@Component
public class BacklogObjects implements ObjectDirectory {

    private final JdbcClient jdbc;

    public BacklogObjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> kinds() {
        return List.of(BacklogKinds.AREA, BacklogKinds.NEED, BacklogKinds.REQUIREMENT, BacklogKinds.EXPRESSION);
    }

    @Override
    public Map<UUID, Entry> readable(Viewer viewer, Collection<ObjectRef> objects) {
        var found = new HashMap<UUID, Entry>();
        if (objects.isEmpty() || !(viewer.is(Role.PROJECT_MANAGER) || viewer.is(Role.MANAGER))) {
            return found;
        }
        jdbc.sql("""
                select 'area' kind, a.id, a.id area_id, a.name title_key, null title from area a where a.id in (:ids)
                union all
                select 'need', n.id, null, n.need_key, n.title from need n where n.id in (:ids)
                union all
                select 'requirement', r.id, r.area_id, r.req_key, r.title from requirement r where r.id in (:ids)
                union all
                select 'expression', x.id, null, 'EXP', null from expression x where x.id in (:ids)
                """).param("ids", objects.stream().map(ObjectRef::id).toList()).query(row -> {
            var kind = row.getString("kind");
            var id = uuid(row, "id");
            var title = text(row, "title").in(viewer.locale());
            var key = row.getString("title_key");
            var href = switch (kind) {
                case BacklogKinds.AREA -> BacklogLinks.area(new AreaId(id));
                case BacklogKinds.REQUIREMENT ->
                    BacklogLinks.requirement(new AreaId(uuid(row, "area_id")), new RequirementId(id));
                case BacklogKinds.NEED -> BacklogLinks.need(id);
                default -> BacklogLinks.TRIAGE;
            };
            found.put(id, new Entry((key + " " + title).strip(), href));
        });
        return found;
    }
}
