package io.throughline.audit;

import io.throughline.audit.chain.Anchor;
import io.throughline.audit.chain.Link;
import io.throughline.audit.chain.TrailEntry;
import io.throughline.shared.Hashes;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The trail's tables. Rows are only ever added: the database refuses everything else. */
@Component
class TrailStore {

    static final RowMapper<TrailEntry> ENTRY = (row, number) -> entry(row);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RowMapper<Link> LINK = (row, number) -> new Link(
            row.getLong("sequence"),
            Columns.uuid(row, "entry"),
            Hashes.sha256(row.getString("canonical")),
            row.getString("previous_hash"),
            row.getString("hash"));

    private final JdbcClient jdbc;

    TrailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TrailEntry entry) {
        jdbc.sql("""
                insert into audit_entry (id, act, actor, on_behalf_of, objects, content_hash, at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Arrays.asList(
                        entry.id(),
                        entry.act(),
                        entry.actor(),
                        entry.onBehalfOf(),
                        JSON.writeValueAsString(entry.objects()),
                        entry.contentHash(),
                        Utc.column(entry.at())))
                .update();
    }

    /** Makes this transaction the one that seals. */
    boolean lockSealing() {
        return jdbc.sql("select id from audit_sealer where id = 1 for update skip locked")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Entries without a link, oldest first.
     *
     * @param hours how far back to look: an entry is stored at most one transaction before it can be seen
     */
    List<TrailEntry> unsealed(long hours, int limit) {
        return jdbc.sql("""
                select e.* from audit_entry e left join audit_link l on l.entry = e.id
                where l.sequence is null and e.stored_at > current_timestamp(6) - interval ? hour
                order by e.stored_at, e.id limit ?
                """).params(hours, limit).query(ENTRY).list();
    }

    @Nullable
    Link lastLink() {
        return jdbc.sql("select * from audit_link order by sequence desc limit 1")
                .query(LINK)
                .optional()
                .orElse(null);
    }

    /** @throws IllegalStateException if the newest anchor is none */
    @Nullable
    Anchor lastAnchor() {
        var line = jdbc.sql("select line from audit_anchor order by to_sequence desc limit 1")
                .query(String.class)
                .optional()
                .orElse(null);
        if (line == null) {
            return null;
        }
        var anchor = Anchor.parse(line);
        if (anchor == null) {
            throw new IllegalStateException("the newest anchor in the database is damaged");
        }
        return anchor;
    }

    void link(TrailEntry entry, Link link) {
        jdbc.sql("insert into audit_link (sequence, entry, canonical, previous_hash, hash) values (?, ?, ?, ?, ?)")
                .params(link.sequence(), link.entry(), entry.canonical(), link.previous(), link.hash())
                .update();
    }

    void add(Anchor anchor) {
        jdbc.sql("insert into audit_anchor (to_sequence, line) values (?, ?)")
                .params(anchor.to(), anchor.line())
                .update();
    }

    /** Lines of the anchors that end behind this sequence, in order. */
    List<String> anchorsAfter(long sequence) {
        return jdbc.sql("select line from audit_anchor where to_sequence > ? order by to_sequence")
                .param(sequence)
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<Link> links() {
        return jdbc.sql("select * from audit_link order by sequence")
                .query(LINK)
                .list();
    }

    /** The leaf of every entry as it is stored now. */
    Map<UUID, String> leaves() {
        Map<UUID, String> leaves = new HashMap<>();
        eachEntry(entry -> leaves.put(entry.id(), entry.leaf()));
        return leaves;
    }

    private void eachEntry(Consumer<TrailEntry> use) {
        jdbc.sql("select * from audit_entry").query((ResultSet row) -> use.accept(entry(row)));
    }

    private static TrailEntry entry(ResultSet row) throws SQLException {
        return new TrailEntry(
                Columns.uuid(row, "id"),
                row.getString("act"),
                Columns.uuidOrNull(row, "actor"),
                Columns.uuidOrNull(row, "on_behalf_of"),
                List.of(JSON.readValue(row.getString("objects"), ObjectRef[].class)),
                row.getString("content_hash"),
                Utc.instant(row, "at"));
    }
}
