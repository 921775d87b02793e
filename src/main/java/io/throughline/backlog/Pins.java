package io.throughline.backlog;

import io.throughline.backlog.rank.RankMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pins of an area: all it takes to turn ranks into places. */
@Component
class Pins {

    private final JdbcClient jdbc;

    Pins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RankMap of(AreaId area) {
        return new RankMap(jdbc.sql("""
                select p.place, p.computed_rank, coalesce((
                    select u.computed_rank from standing u
                    where u.area_id = p.area_id and u.closed = 0 and u.pinned = 0 and u.place < p.place
                    order by u.place desc limit 1), 0) follows
                from standing p where p.area_id = :area and p.closed = 0 and p.pinned = 1
                """)
                .param("area", area.value())
                .query((row, i) ->
                        new RankMap.Pin(row.getString("place"), row.getInt("computed_rank"), row.getInt("follows")))
                .list());
    }
}
