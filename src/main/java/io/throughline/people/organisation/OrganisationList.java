package io.throughline.people.organisation;

import io.throughline.people.OrganisationDetail;
import io.throughline.people.OrganisationInfo;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Like;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads organisations for lists, without their entities. */
@Component
public class OrganisationList {

    public record Named(OrganisationId id, String name) {}

    private final JdbcClient jdbc;

    OrganisationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<OrganisationDetail> find(String text, int offset, int limit) {
        return jdbc.sql("""
                        select o.id, o.name, o.segment, o.weight, o.version,
                               (select count(*) from person p where p.organisation_id = o.id) as people
                        from organisation o where o.name like ? order by o.name, o.id limit ? offset ?""")
                .params(Like.containing(text), limit, offset)
                .query((row, number) -> new OrganisationDetail(
                        new OrganisationInfo(
                                new OrganisationId(Columns.uuid(row, "id")),
                                row.getString("name"),
                                row.getString("segment"),
                                row.getBigDecimal("weight")),
                        row.getLong("people"),
                        row.getLong("version")))
                .list();
    }

    /** The first of them by name, without counting their people. */
    public List<Named> named(String text, int limit) {
        return jdbc.sql("select id, name from organisation where name like ? order by name, id limit ?")
                .params(Like.containing(text), limit)
                .query((row, number) -> new Named(new OrganisationId(Columns.uuid(row, "id")), row.getString("name")))
                .list();
    }

    public int count(String text) {
        return jdbc.sql("select count(*) from organisation o where o.name like ?")
                .param(Like.containing(text))
                .query(Integer.class)
                .single();
    }

    /**
     * Names of those of them that exist.
     *
     * @param ids at least one
     */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return jdbc
                .sql("select id, name from organisation where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> Map.entry(Columns.uuid(row, "id"), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
