package io.throughline.audit;

import io.throughline.audit.AuditPage.Cursor;
import io.throughline.audit.chain.TrailEntry;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks the entries backwards in time, a chunk at a time, each found through an index. */
@Component
class TrailQuery {

    private static final LocalDateTime EVER = LocalDateTime.of(9000, 1, 1, 0, 0);
    private static final LocalDateTime NEVER = LocalDateTime.of(1970, 1, 1, 0, 0);

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
                .param("from", filter.from() == null ? NEVER : utc(filter.from()))
                .param("to", filter.to() == null ? EVER : utc(filter.to()))
                .param("cursorAt", cursor == null ? EVER : utc(cursor.at()))
                .param("cursorId", cursor == null ? null : cursor.id())
                .param("limit", limit)
                .query(TrailStore.ENTRY)
                .list();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
