package io.throughline.backlog.port;

import static io.throughline.backlog.row.Rows.text;
import static io.throughline.shared.row.Columns.uuid;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.RequirementId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import io.throughline.shared.row.Columns;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.ExpressionTexts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What this room's objects are called: project managers and managers may read them all, customers their own words. Words
 * are known by the id they were told under, and by the one they are sorted under.
 */
@Component
public class BacklogObjects implements ObjectDirectory {

    private static final int WORDS_SHOWN = 80;

    private final JdbcClient jdbc;
    private final ExpressionTexts texts;

    public BacklogObjects(JdbcClient jdbc, ExpressionTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public List<String> kinds() {
        return List.of(BacklogKinds.AREA, BacklogKinds.NEED, BacklogKinds.REQUIREMENT, BacklogKinds.EXPRESSION);
    }

    @Override
    public Map<UUID, Entry> readable(Viewer viewer, Collection<ObjectRef> objects) {
        boolean works = viewer.is(Role.PROJECT_MANAGER) || viewer.is(Role.MANAGER);
        if (objects.isEmpty() || !works && !viewer.is(Role.CUSTOMER)) {
            return Map.of();
        }
        var found = new HashMap<UUID, Entry>();
        if (works) {
            addWork(found, viewer, objects);
        }
        addWords(found, ids(objects, BacklogKinds.EXPRESSION), works);
        return found;
    }

    private void addWork(Map<UUID, Entry> found, Viewer viewer, Collection<ObjectRef> objects) {
        jdbc.sql("""
                select 'area' kind, a.id, a.id area_id, a.name title_key, null title from area a where a.id in (:ids)
                union all
                select 'need', n.id, null, n.need_key, n.title from need n where n.id in (:ids)
                union all
                select 'requirement', r.id, r.area_id, r.req_key, r.title from requirement r where r.id in (:ids)
                """).param("ids", objects.stream().map(ObjectRef::id).toList()).query(row -> {
            var kind = row.getString("kind");
            var id = uuid(row, "id");
            var title = text(row, "title").in(viewer.locale());
            var key = row.getString("title_key");
            var href = switch (kind) {
                case BacklogKinds.AREA -> BacklogLinks.area(new AreaId(id));
                case BacklogKinds.REQUIREMENT ->
                    BacklogLinks.requirement(new AreaId(uuid(row, "area_id")), new RequirementId(id));
                default -> BacklogLinks.need(id);
            };
            found.put(id, new Entry((key + " " + title).strip(), href));
        });
    }

    private void addWords(Map<UUID, Entry> found, List<UUID> ids, boolean works) {
        if (ids.isEmpty()) {
            return;
        }
        var told = new HashMap<UUID, ExpressionTextId>();
        var hrefs = new HashMap<UUID, String>();
        ids.forEach(id -> told.put(id, new ExpressionTextId(id)));
        jdbc.sql("""
                select x.id, x.expression_text_id, x.need_id from expression x
                where x.id in (:ids) or x.expression_text_id in (:ids)
                """).param("ids", ids).query(row -> {
            var text = uuid(row, "expression_text_id");
            var need = Columns.uuidOrNull(row, "need_id");
            var href = need == null ? BacklogLinks.TRIAGE : BacklogLinks.need(need);
            told.put(uuid(row, "id"), new ExpressionTextId(text));
            hrefs.put(text, href);
        });
        var readable = texts.read(Set.copyOf(told.values()));
        told.forEach((id, text) -> {
            var words = readable.get(text);
            if (words != null) {
                var href = works ? hrefs.getOrDefault(text.value(), BacklogLinks.TRIAGE) : BacklogLinks.OWN_NEEDS;
                found.put(id, new Entry(beginning(words.words()), href));
            }
        });
    }

    private static String beginning(String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= WORDS_SHOWN
                ? line
                : line.substring(0, WORDS_SHOWN - 1).strip() + "…";
    }

    private static List<UUID> ids(Collection<ObjectRef> objects, String kind) {
        return objects.stream()
                .filter(object -> object.kind().equals(kind))
                .map(ObjectRef::id)
                .toList();
    }
}
