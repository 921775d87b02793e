package io.throughline.backlog.requirement;

import static io.throughline.backlog.row.Rows.text;
import static io.throughline.shared.row.Columns.uuid;

import io.throughline.backlog.AnswerStatus;
import io.throughline.backlog.AreaId;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.NeedSummary;
import io.throughline.backlog.RequirementContent;
import io.throughline.backlog.RequirementDetail;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.RequirementName;
import io.throughline.backlog.RequirementPlace;
import io.throughline.backlog.RequirementState;
import io.throughline.backlog.StatusId;
import io.throughline.backlog.StatusStep;
import io.throughline.backlog.rank.Ordering;
import io.throughline.backlog.row.Rows;
import io.throughline.backlog.row.SearchText;
import io.throughline.shared.DomainException;
import io.throughline.shared.Effort;
import io.throughline.shared.Money;
import io.throughline.shared.row.Utc;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Reads one requirement with what hangs on it, in three statements. */
@Component
public class RequirementReader {

    private static final TypeReference<Map<String, BigDecimal>> INPUTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    public RequirementReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String CORE = """
            select straight_join r.*, a.name area_name, s.closed, s.pinned, s.pin_reason, s.score, s.score_low,
                s.score_high, s.too_few, h.project_id, %s shown_rank, %s computed_rank
            from requirement r join area a on a.id = r.area_id join standing s on s.requirement_id = r.id
            %s %s
            left join requirement_hold h on h.requirement_id = r.id
            where r.id = :id
            """.formatted(
                    Ordering.SHOWN.rank(),
                    Ordering.COMPUTED.rank(),
                    Ordering.SHOWN.blocks("not s.closed"),
                    Ordering.COMPUTED.blocks("not s.closed"));

    public RequirementDetail detail(RequirementId id) {
        var needs = new ArrayList<NeedSummary>();
        var prerequisites = new ArrayList<RequirementName>();
        jdbc.sql("""
                select distinct 'need' kind, n.id, n.need_key name, n.title,
                    (select count(*) from expression x where x.need_id = n.id)
                    + (select straight_join count(*) from need m join expression x on x.need_id = m.id
                       where m.merged_into = n.id) answers
                from requirement_need l join need own on own.id = l.need_id
                join need n on n.id = coalesce(own.merged_into, own.id) where l.requirement_id = :id
                union all
                select 'prerequisite', r.id, r.req_key, r.title, 0
                from requirement_prerequisite l join requirement r on r.id = l.prerequisite_id
                where l.requirement_id = :id
                order by name
                """).param("id", id.value()).query(row -> {
            if (row.getString("kind").equals("need")) {
                needs.add(new NeedSummary(
                        new NeedId(uuid(row, "id")),
                        row.getString("name"),
                        text(row, "title"),
                        row.getLong("answers")));
            } else {
                prerequisites.add(new RequirementName(
                        new RequirementId(uuid(row, "id")), row.getString("name"), text(row, "title")));
            }
        });
        var history = history(id);
        return jdbc.sql(CORE)
                .param("id", id.value())
                .query((row, i) -> detail(row, needs, prerequisites, history))
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    public List<RequirementName> find(String query, int limit) {
        var words = query.replaceAll("[^\\p{L}\\p{N}-]+", " ").strip();
        if (words.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                (select id, req_key, title from requirement where req_key = :key)
                union
                (select id, req_key, title from requirement
                 where match (search_text) against (:words in boolean mode) limit :limit)
                limit :limit
                """)
                .param("key", words.toUpperCase(Locale.ROOT))
                .param("words", SearchText.allWords(query))
                .param("limit", limit)
                .query((row, i) -> new RequirementName(
                        new RequirementId(uuid(row, "id")), row.getString("req_key"), text(row, "title")))
                .list();
    }

    private List<StatusStep> history(RequirementId id) {
        return jdbc.sql("""
                select s.id, s.status, s.project_name, s.planned_from, s.planned_to, s.needs_text, s.happened_at,
                    (select t.text from status_text t where t.status_id = s.id
                     order by t.written_at desc, t.id desc limit 1) words
                from requirement_status s where s.requirement_id = :id order by s.number
                """)
                .param("id", id.value())
                .query((row, i) -> new StatusStep(
                        new StatusId(uuid(row, "id")),
                        AnswerStatus.valueOf(row.getString("status")),
                        Rows.textOrNull(row, "project_name"),
                        row.getObject("planned_from", LocalDate.class),
                        row.getObject("planned_to", LocalDate.class),
                        row.getBoolean("needs_text"),
                        Rows.textOrNull(row, "words"),
                        Objects.requireNonNullElse(Utc.optional(row, "happened_at"), Instant.EPOCH)))
                .list();
    }

    private RequirementDetail detail(
            ResultSet row, List<NeedSummary> needs, List<RequirementName> prerequisites, List<StatusStep> history)
            throws SQLException {
        var area = new AreaId(uuid(row, "area_id"));
        return new RequirementDetail(
                new RequirementId(uuid(row, "id")),
                row.getLong("version"),
                row.getString("req_key"),
                area,
                row.getString("area_name"),
                content(row),
                row.getInt("content_version"),
                RequirementState.valueOf(row.getString("state")),
                row.getString("decline_reason"),
                Rows.textOrNull(row, "project_name"),
                row.getObject("planned_from", LocalDate.class),
                row.getObject("planned_to", LocalDate.class),
                row.getObject("project_id") != null,
                place(row),
                needs,
                prerequisites,
                history);
    }

    private static RequirementPlace place(ResultSet row) throws SQLException {
        boolean ranked = !row.getBoolean("closed");
        return new RequirementPlace(
                ranked ? row.getInt("shown_rank") : 0,
                ranked ? row.getInt("computed_rank") : 0,
                row.getBoolean("pinned"),
                row.getString("pin_reason"),
                row.getBigDecimal("score"),
                row.getBigDecimal("score_low"),
                row.getBigDecimal("score_high"),
                row.getBoolean("too_few"));
    }

    private static RequirementContent content(ResultSet row) throws SQLException {
        return new RequirementContent(
                text(row, "title"),
                row.getString("statement"),
                row.getString("fit_criterion"),
                row.getString("no_need_reason"),
                new Effort(row.getBigDecimal("effort_hours")),
                new Money(row.getBigDecimal("cost")),
                row.getBoolean("must"),
                Rows.value(row.getString("inputs"), INPUTS));
    }
}
