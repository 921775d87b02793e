package io.throughline.backlog;

import static io.throughline.backlog.row.Rows.text;
import static io.throughline.backlog.row.Rows.uuid;

import io.throughline.backlog.rank.Ordering;
import io.throughline.backlog.rank.Places;
import io.throughline.backlog.rank.RankTree;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ranked list of an area, a page at a time, at the same price for any page and any length. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Backlog {

    /** The most rows a page may have. */
    public static final int LARGEST_PAGE = 200;

    /** The most rows a search shows; whoever gets as many has to search for less. */
    public static final int MOST_FOUND = 2_000;

    /** A share of answers with its 95 % interval, 0–1, and how many people answered. */
    public record Bar(BigDecimal value, BigDecimal low, BigDecimal high, int people) {}

    /**
     * @param rank in the list as shown, from 1; 0 where it is done or declined
     * @param computedRank where the score alone would put it; null where it stands there
     * @param score null without evidence
     * @param tooFew too few people or organisations stand behind the score to rank it
     * @param evidence null without evidence
     */
    public record Row(
            RequirementId id,
            int rank,
            @Nullable Integer computedRank,
            boolean pinned,
            String key,
            LocalizedText title,
            RequirementState state,
            @Nullable BigDecimal score,
            @Nullable BigDecimal scoreLow,
            @Nullable BigDecimal scoreHigh,
            boolean tooFew,
            @Nullable Bar evidence,
            Effort effort,
            boolean must) {

        public boolean ranked() {
            return Backlog.ranked(rank, pinned, score, tooFew);
        }
    }

    /** What has no score to be ranked by, nor a place given by hand, stands last, unranked. */
    static boolean ranked(int rank, boolean pinned, @Nullable BigDecimal score, boolean tooFew) {
        return rank > 0 && (pinned || (score != null && !tooFew));
    }

    private final JdbcClient jdbc;
    private final RankTree ranks;

    Backlog(JdbcClient jdbc, RankTree ranks) {
        this.jdbc = jdbc;
        this.ranks = ranks;
    }

    /** How many requirements are ranked in an area. */
    public int count(AreaId area) {
        return ranks.size(area.value());
    }

    /** How many match; counting ends at {@value #MOST_FOUND}. */
    public int count(AreaId area, BacklogFilter filter) {
        return filter.isNone()
                ? count(area)
                : filtered(COUNT, area, filter)
                        .param("limit", MOST_FOUND)
                        .query(Integer.class)
                        .single();
    }

    /**
     * Ranked requirements in their order.
     *
     * @param offset ≥ 0
     * @param limit 1–{@value #LARGEST_PAGE}
     */
    public List<Row> page(AreaId area, int offset, int limit) {
        var start = ranks.start(area.value(), Math.max(0, offset));
        var rows = new ArrayList<Row>();
        jdbc.sql(PAGE)
                .param("area", area.value())
                .param("low", start.low())
                .param("skip", start.skip())
                .param("limit", Math.clamp(limit, 1, LARGEST_PAGE))
                .query(row -> {
                    rows.add(row(row, offset + rows.size() + 1));
                });
        return rows;
    }

    /**
     * Those that match, in rank order; what is done or declined comes last and has rank 0.
     *
     * @param offset 0–{@value #MOST_FOUND}
     * @param limit 1–{@value #LARGEST_PAGE}
     */
    public List<Row> page(AreaId area, BacklogFilter filter, int offset, int limit) {
        if (filter.isNone()) {
            return page(area, offset, limit);
        }
        return filtered(FOUND, area, filter)
                .param("offset", Math.clamp(offset, 0, MOST_FOUND))
                .param("limit", Math.clamp(limit, 1, LARGEST_PAGE))
                .query((row, i) -> row(row, row.getInt("shown_rank")))
                .list();
    }

    private JdbcClient.StatementSpec filtered(String sql, AreaId area, BacklogFilter filter) {
        return jdbc.sql(sql)
                .param("area", area.value())
                .param("state", filter.state() == null ? "" : filter.state().name())
                .param("open", filter.state() == null ? 1 : 0)
                .param("unranked", filter.unranked())
                .param("unscored", Places.FIRST_UNSCORED)
                .param("pinned", filter.pinned())
                .param("words", filter.words())
                .param("key", filter.query().strip().toUpperCase(Locale.ROOT));
    }

    /** Requirements done or declined, newest first. */
    public List<Row> closed(AreaId area, int offset, int limit) {
        return jdbc.sql(CLOSED)
                .param("area", area.value())
                .param("offset", Math.max(0, offset))
                .param("limit", Math.clamp(limit, 1, LARGEST_PAGE))
                .query((row, i) -> row(row, 0))
                .list();
    }

    /** The whole ranked list as a file (RFC 4180); cells that a spreadsheet would compute are defused. */
    public String csv(AreaId area, Locale locale) {
        var out = new StringBuilder();
        try (var printer = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setHeader(HEADER).get())) {
            int offset = 0;
            var computed = new ComputedRanks(pinnedRanks(area));
            for (var rows = page(area, 0, LARGEST_PAGE); !rows.isEmpty(); rows = page(area, offset, LARGEST_PAGE)) {
                for (var row : rows) {
                    print(printer, row, computed.of(row), locale);
                }
                offset += rows.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private Set<Integer> pinnedRanks(AreaId area) {
        return jdbc.sql("""
                select %s from standing s %s where s.area_id = :area and s.closed = 0 and s.pinned = 1
                """.formatted(Ordering.COMPUTED.rank(), Ordering.COMPUTED.blocks("1")))
                .param("area", area.value())
                .query((row, i) -> row.getInt(1))
                .set();
    }

    /** Those that follow their score stand in computed order, with gaps where the pinned ones would be. */
    private static final class ComputedRanks {
        private final Set<Integer> pinned;
        private int last;

        ComputedRanks(Set<Integer> pinned) {
            this.pinned = pinned;
        }

        int of(Row row) {
            if (row.computedRank() instanceof Integer rank) {
                return rank;
            }
            do {
                last++;
            } while (pinned.contains(last));
            return last;
        }
    }

    private static void print(CSVPrinter printer, Row row, int computedRank, Locale locale) throws IOException {
        var bar = row.evidence();
        printer.printRecord(
                row.ranked() ? row.rank() : null,
                computedRank,
                row.pinned(),
                row.key(),
                defused(row.title().in(locale)),
                row.state(),
                row.score(),
                row.scoreLow(),
                row.scoreHigh(),
                row.tooFew(),
                bar == null ? null : bar.value(),
                bar == null ? null : bar.low(),
                bar == null ? null : bar.high(),
                bar == null ? null : bar.people(),
                row.effort(),
                row.must());
    }

    private static String defused(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static final String[] HEADER = {
        "rank",
        "computed_rank",
        "pinned",
        "key",
        "title",
        "state",
        "score",
        "score_low_95",
        "score_high_95",
        "too_few_to_rank",
        "evidence",
        "evidence_low_95",
        "evidence_high_95",
        "n_people",
        "effort_hours",
        "must"
    };

    private static final String COLUMNS = """
            select straight_join r.id, s.pinned, r.req_key, r.title, r.state, s.score, s.score_low, s.score_high, s.too_few,
                s.evidence_value, s.evidence_low, s.evidence_high, s.evidence_n, r.effort_hours, r.must,
                if(s.pinned, %s, null) computed_rank
            """.formatted(Ordering.COMPUTED.rank());

    private static final String PAGE = COLUMNS + """
            from standing s force index (uq_standing_place) join requirement r on r.id = s.requirement_id
            """ + Ordering.COMPUTED.blocks("s.pinned") + """
            where s.area_id = :area and s.closed = 0 and s.place >= :low
            order by s.place limit :limit offset :skip
            """;

    private static final String MATCHING = """
            from standing s join requirement r on r.id = s.requirement_id
            where s.area_id = :area and (:state = '' or r.state = :state) and (:open = 0 or s.closed = 0)
              and (:unranked = 0 or s.computed_key >= :unscored) and (:pinned = 0 or s.pinned = 1)
              and ((:words = '' and :key = '') or r.req_key = :key
                  or r.id in (select f.id from requirement f where match (f.search_text) against (:words in boolean mode)))
            """;

    private static final String COUNT = """
            select count(*) from (select 1 %s limit :limit) found
            """.formatted(MATCHING);

    private static final String FOUND = """
            %s, if(s.closed, 0, %s) shown_rank
            from (select s.requirement_id, s.closed, s.place %s order by s.closed, s.place limit :limit offset :offset) found
            join standing s on s.requirement_id = found.requirement_id join requirement r on r.id = s.requirement_id
            %s %s
            order by found.closed, found.place
            """.formatted(
                    COLUMNS,
                    Ordering.SHOWN.rank(),
                    MATCHING,
                    Ordering.COMPUTED.blocks("s.pinned"),
                    Ordering.SHOWN.blocks("not s.closed"));

    private static final String CLOSED = COLUMNS + """
            from standing s join requirement r on r.id = s.requirement_id
            """ + Ordering.COMPUTED.blocks("s.pinned") + """
            where s.area_id = :area and s.closed = 1
            order by r.id desc limit :limit offset :offset
            """;

    private static Row row(ResultSet row, int rank) throws SQLException {
        var evidence = row.getBigDecimal("evidence_value");
        return new Row(
                new RequirementId(uuid(row, "id")),
                rank,
                row.getObject("computed_rank", Integer.class),
                row.getBoolean("pinned"),
                row.getString("req_key"),
                text(row, "title"),
                RequirementState.valueOf(row.getString("state")),
                row.getBigDecimal("score"),
                row.getBigDecimal("score_low"),
                row.getBigDecimal("score_high"),
                row.getBoolean("too_few"),
                evidence == null
                        ? null
                        : new Bar(
                                evidence,
                                row.getBigDecimal("evidence_low"),
                                row.getBigDecimal("evidence_high"),
                                row.getInt("evidence_n")),
                new Effort(row.getBigDecimal("effort_hours")),
                row.getBoolean("must"));
    }
}
