package io.throughline.backlog;

import static io.throughline.backlog.row.Rows.text;
import static io.throughline.shared.row.Columns.uuid;

import io.throughline.backlog.need.Need;
import io.throughline.backlog.need.NeedRepository;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.persistence.Keys;
import io.throughline.shared.row.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Needs: one wording for all who said the same. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Needs {

    /**
     * @param expressions joined to it, those of needs merged into it included
     * @param mergedInto the need that stands for it, null where it stands for itself
     * @param merged the needs it stands for
     */
    public record Detail(
            NeedId id,
            long version,
            String key,
            LocalizedText title,
            long expressions,
            @Nullable NeedSummary mergedInto,
            List<NeedSummary> merged,
            List<RequirementName> requirements) {}

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
        return jdbc.sql(SUMMARY + """
                where n.merged_into is null
                  and (n.need_key = :key or lower(n.search_text) like :words)
                order by n.id desc limit :limit
                """)
                .param("words", Like.containing(query.toLowerCase(Locale.ROOT)))
                .param("key", query.strip().toUpperCase(Locale.ROOT))
                .param("limit", Math.clamp(limit, 1, 50))
                .query(Needs::summary)
                .list();
    }

    /**
     * Needs whose wording shares words with what somebody said, the most alike first.
     *
     * @param limit 1–20
     */
    public List<NeedSummary> similar(String words, int limit) {
        return jdbc.sql(SUMMARY + """
                where n.merged_into is null and match (n.search_text) against (:words) > 0
                order by match (n.search_text) against (:words) desc, n.id desc limit :limit
                """)
                .param("words", words)
                .param("limit", Math.clamp(limit, 1, 20))
                .query(Needs::summary)
                .list();
    }

    /** @throws DomainException NOT_FOUND */
    public Detail detail(NeedId id) {
        var need = get(id);
        var into = need.mergedInto();
        var family = jdbc.sql(SUMMARY + "where n.id = :id or n.merged_into = :id or n.id = :into order by n.id")
                .param("id", id.value())
                .param("into", into == null ? id.value() : into.value())
                .query(Needs::summary)
                .list();
        var merged = family.stream()
                .filter(n -> !n.id().equals(id) && !n.id().equals(into))
                .toList();
        var requirements = jdbc.sql("""
                select distinct r.id, r.req_key, r.title
                from need n join requirement_need l on l.need_id = n.id join requirement r on r.id = l.requirement_id
                where n.id = :id or n.merged_into = :id order by r.id
                """)
                .param("id", id.value())
                .query((row, i) -> new RequirementName(
                        new RequirementId(uuid(row, "id")), row.getString("req_key"), text(row, "title")))
                .list();
        return new Detail(
                id,
                need.version(),
                need.key(),
                need.title(),
                family.stream()
                        .filter(n -> !n.id().equals(into))
                        .mapToLong(NeedSummary::answersBehind)
                        .sum(),
                family.stream().filter(n -> n.id().equals(into)).findFirst().orElse(null),
                merged,
                requirements);
    }

    private static final String SUMMARY = """
            select n.id, n.need_key, n.title, (select count(*) from expression x where x.need_id = n.id) answers
            from need n
            """;

    private static NeedSummary summary(ResultSet row, int number) throws SQLException {
        return new NeedSummary(
                new NeedId(uuid(row, "id")), row.getString("need_key"), text(row, "title"), row.getLong("answers"));
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

    /**
     * Says that two needs are the same: from now on the second stands for both, with all words, figures and requirements
     * behind either. Nothing is moved, so {@link #unmerge} gives back both as they were.
     *
     * @param version of the need merged away
     * @throws DomainException NOT_MERGEABLE if one of them already stands under another
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void merge(NeedId id, long version, NeedId into) {
        var need = get(id);
        need.requireVersion(version);
        need.mergeInto(get(into), viewer.get().id(), clock.instant());
        needs.saveAndFlush(need);
        jdbc.sql("update need set merged_into = :into, version = version + 1 where merged_into = :id")
                .param("into", into.value())
                .param("id", id.value())
                .update();
    }

    /**
     * Stands for itself again.
     *
     * @throws DomainException NOT_MERGED
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void unmerge(NeedId id) {
        var need = get(id);
        need.unmerge();
        needs.save(need);
    }

    private Need get(NeedId id) {
        return needs.findById(id.value()).orElseThrow(DomainException::notFound);
    }
}
