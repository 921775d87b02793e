package io.throughline.people;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.row.Like;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads organisations for lists, without their entities. */
@Component
class OrganisationList {

    private final JdbcClient jdbc;

    OrganisationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OrganisationDetail> find(String text, int offset, int limit) {
        return jdbc.sql("""
                        select o.id, o.name, o.segment, o.weight, o.version,
                               (select count(*) from person p where p.organisation_id = o.id) as people
                        from organisation o where o.name like ? order by o.name, o.id limit ? offset ?""")
                .params(Like.containing(text), limit, offset)
                .query((row, number) -> new OrganisationDetail(
                        new OrganisationInfo(
                                new OrganisationId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                row.getString("segment"),
                                row.getBigDecimal("weight")),
                        row.getLong("people"),
                        row.getLong("version")))
                .list();
    }

    int count(String text) {
        return jdbc.sql("select count(*) from organisation o where o.name like ?")
                .param(Like.containing(text))
                .query(Integer.class)
                .single();
    }
}
