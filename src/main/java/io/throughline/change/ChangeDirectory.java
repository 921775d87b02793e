package io.throughline.change;

import io.throughline.shared.Role;
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

/** What changes are called, to those who may read them. */
@Component
class ChangeDirectory implements ObjectDirectory {

    private final JdbcClient jdbc;

    ChangeDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> kinds() {
        return List.of(ChangeKinds.CHANGE);
    }

    @Override
    public Map<UUID, Entry> readable(Viewer viewer, Collection<ObjectRef> objects) {
        var ids = objects.stream()
                .filter(object -> object.kind().equals(ChangeKinds.CHANGE))
                .map(ObjectRef::id)
                .toList();
        var entries = new HashMap<UUID, Entry>();
        if (ids.isEmpty()) {
            return entries;
        }
        jdbc.sql("""
                select c.id, c.change_key, c.title from change_request c
                left join project_member m on m.project_id = c.project_id and m.person_id = :person and m.manages
                where c.id in (:ids) and (:all or (:manages and m.person_id is not null))
                """)
                .param("ids", ids)
                .param("person", viewer.id().value())
                .param("all", viewer.is(Role.MANAGER))
                .param("manages", viewer.is(Role.PROJECT_MANAGER))
                .query(row -> {
                    var key = row.getString("change_key");
                    entries.put(
                            Columns.uuid(row, "id"),
                            new Entry(key + " " + row.getString("title"), ChangeLinks.change(key)));
                });
        return entries;
    }
}
