package io.throughline.backlog;

import static io.throughline.backlog.Rows.text;
import static io.throughline.backlog.Rows.uuid;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.persistence.Keys;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Needs: one wording for all who said the same. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Needs {

    /** @param expressions joined to it */
    public record Detail(
            NeedId id,
            long version,
            String key,
            LocalizedText title,
            long expressions,
            List<Requirements.Named> requirements) {}

    private final NeedRepository needs;
    private final Keys keys;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final Clock clock;

    Needs(NeedRepository needs, Keys keys, CurrentViewer viewer, JdbcClient jdbc, Clock clock) {
        this.needs = needs;
        this.keys = keys;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Needs whose key or title matches, the newest first where nothing is asked for; at most 50. */
    public List<NeedSummary> find(String query, int limit) {
        var words = query.replaceAll("[^\\p{L}\\p{N}-]+", " ").strip();
        return jdbc.sql("""
                select n.id, n.need_key, n.title, (select count(*) from expression x where x.need_id = n.id) answers
                from need n
                where :words = '' or n.need_key = :key or lower(n.search_text) like concat('%', :words, '%')
                order by n.id desc limit :limit
                """)
                .param("words", words.toLowerCase(Locale.ROOT))
                .param("key", words.toUpperCase(Locale.ROOT))
                .param("limit", Math.clamp(limit, 1, 50))
                .query((row, i) -> new NeedSummary(
                        new NeedId(uuid(row, "id")),
                        row.getString("need_key"),
                        text(row, "title"),
                        row.getLong("answers")))
                .list();
    }

    /** @throws DomainException NOT_FOUND */
    public Detail detail(NeedId id) {
        var need = get(id);
        long expressions = jdbc.sql("select count(*) from expression where need_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
        var requirements = jdbc.sql("""
                select r.id, r.req_key, r.title from requirement_need l join requirement r on r.id = l.requirement_id
                where l.need_id = :id order by r.id
                """)
                .param("id", id.value())
                .query((row, i) -> new Requirements.Named(
                        new RequirementId(uuid(row, "id")), row.getString("req_key"), text(row, "title")))
                .list();
        return new Detail(id, need.version(), need.key(), need.title(), expressions, requirements);
    }

    /** @throws DomainException REQUIRED, TOO_LONG */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public NeedId create(LocalizedText title) {
        return needs.saveAndFlush(
                        new Need(keys.next(Keys.Kind.NEED), title, viewer.get().id(), clock.instant()))
                .id();
    }

    /** Another wording; all who are joined to it read it from now on. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void reword(NeedId id, long version, LocalizedText title) {
        var need = get(id);
        need.requireVersion(version);
        need.reword(title);
        needs.save(need);
    }

    private Need get(NeedId id) {
        return needs.findById(id.value()).orElseThrow(DomainException::notFound);
    }
}
