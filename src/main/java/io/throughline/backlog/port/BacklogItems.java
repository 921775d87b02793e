package io.throughline.backlog.port;

import io.throughline.backlog.Areas;
import io.throughline.backlog.BacklogFilter;
import io.throughline.backlog.BacklogSearch;
import io.throughline.backlog.row.Rows;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Role;
import io.throughline.shared.row.Columns;
import io.throughline.survey.ItemSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers requirements to whoever asks about them. */
@Component
class BacklogItems implements ItemSource {

    private final Areas areas;
    private final BacklogSearch search;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;

    BacklogItems(Areas areas, BacklogSearch search, CurrentViewer viewer, JdbcClient jdbc) {
        this.areas = areas;
        this.search = search;
        this.viewer = viewer;
        this.jdbc = jdbc;
    }

    @Override
    public List<Offered> find(String query, int limit) {
        var found = new ArrayList<Offered>();
        if (mayRead()) {
            var filter = new BacklogFilter(query.strip(), null, false, false);
            for (var area : areas.all()) {
                if (found.size() < limit) {
                    search.first(area.id(), filter, limit - found.size()).stream()
                            .map(row -> new Offered(
                                    row.id().value(),
                                    row.key(),
                                    row.title(),
                                    area.name(),
                                    row.ranked() ? row.rank() : null))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    @Override
    public Map<UUID, Offered> named(Collection<UUID> ids) {
        return ids.isEmpty() || !mayRead()
                ? Map.of()
                : jdbc.sql("""
                        select r.id, r.req_key, r.title, a.name area_name
                        from requirement r join area a on a.id = r.area_id where r.id in (:ids)""").param("ids", ids).query((row, number) -> named(row)).list().stream()
                        .collect(Collectors.toMap(Offered::id, one -> one));
    }

    private static Offered named(ResultSet row) throws SQLException {
        return new Offered(
                Columns.uuid(row, "id"),
                row.getString("req_key"),
                Rows.text(row, "title"),
                row.getString("area_name"),
                null);
    }

    /** As the backlog itself: project managers edit it, managers read it. */
    private boolean mayRead() {
        return viewer.find()
                .filter(one -> one.is(Role.PROJECT_MANAGER) || one.is(Role.MANAGER))
                .isPresent();
    }
}
