package io.throughline.audit;

import io.throughline.audit.AuditPage.Cursor;
import io.throughline.audit.chain.TrailEntry;
import io.throughline.shared.row.Utc;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks the entries backwards in time, a chunk at a time, each found through an index. */
@Component
class TrailQuery {

    private static final Instant EVER = Instant.parse("9000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.EPOCH;

    private final JdbcClient jdbc;

    TrailQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TrailEntry> after(AuditFilter filter, @Nullable Cursor cursor, int limit) {
        return jdbc.sql("""
                select * from audit_entry
                where (:act is null or act = :act) and at >= :from and at < :to
                    and (at < :cursorAt or (at = :cursorAt and (:cursorId is null or id < :cursorId)))
                order by at desc, id desc limit :limit
                """)
                .param("act", filter.act() == null ? null : filter.act().name())
                .param("from", column(filter.from(), NEVER))
                .param("to", column(filter.to(), EVER))
                .param("cursorAt", column(cursor == null ? null : cursor.at(), EVER))
                .param("cursorId", cursor == null ? null : cursor.id())
                .param("limit", limit)
                .query(TrailStore.ENTRY)
                .list();
    }

    /** Within what the database can compare with, whichever year somebody put into an address. */
    private static LocalDateTime column(@Nullable Instant instant, Instant otherwise) {
        var some = instant == null ? otherwise : instant;
        var within = some.isBefore(NEVER) ? NEVER : some.isAfter(EVER) ? EVER : some;
        return Utc.column(within);
    }
}
