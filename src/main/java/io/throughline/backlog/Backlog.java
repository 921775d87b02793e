package io.throughline.backlog;

import static io.throughline.backlog.Rows.text;
import static io.throughline.backlog.Rows.uuid;

import io.throughline.backlog.rank.RankMap;
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

    /** A share of answers with its 95 % interval, 0–1, and how many people answered. */
    public record Bar(BigDecimal value, BigDecimal low, BigDecimal high, int people) {}

    /**
     * @param rank in the list as shown, from 1
     * @param computedRank where the score alone would put it
     * @param score null without evidence
     * @param evidence null without evidence
     */
    public record Row(
            RequirementId id,
            int rank,
            int computedRank,
            boolean pinned,
            String key,
            LocalizedText title,
            RequirementState state,
            @Nullable BigDecimal score,
            @Nullable BigDecimal scoreLow,
            @Nullable BigDecimal scoreHigh,
            @Nullable Bar evidence,
            Effort effort,
            boolean must) {}

    private final JdbcClient jdbc;
    private final Pins pins;

    Backlog(JdbcClient jdbc, Pins pins) {
        this.jdbc = jdbc;
        this.pins = pins;
    }

    /** How many requirements are ranked in an area. */
    public int count(AreaId area) {
        return jdbc.sql("select coalesce(max(computed_rank), 0) from standing where area_id = :area and closed = 0")
                .param("area", area.value())
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
        var start = pins.of(area).start(offset + 1);
        var sql = switch (start) {
            case RankMap.Start.AtPlace at -> jdbc.sql(PAGE.formatted(":place")).param("place", at.place());
            case RankMap.Start.AtComputedRank at ->
                jdbc.sql(PAGE.formatted("""
                        (select f.place from standing f
                         where f.area_id = :area and f.closed = 0 and f.computed_rank = :rank limit 1)""")).param("rank", at.rank());
        };
        var rows = new ArrayList<Row>();
        sql.param("area", area.value())
                .param("limit", Math.clamp(limit, 1, LARGEST_PAGE))
                .query(row -> {
                    rows.add(row(row, offset + rows.size() + 1));
                });
        return rows;
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
            for (var rows = page(area, 0, LARGEST_PAGE); !rows.isEmpty(); rows = page(area, offset, LARGEST_PAGE)) {
                for (var row : rows) {
                    print(printer, row, locale);
                }
                offset += rows.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void print(CSVPrinter printer, Row row, Locale locale) throws IOException {
        var bar = row.evidence();
        printer.printRecord(
                row.rank(),
                row.computedRank(),
                row.pinned(),
                row.key(),
                defused(row.title().in(locale)),
                row.state(),
                row.score(),
                row.scoreLow(),
                row.scoreHigh(),
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
        "evidence",
        "evidence_low_95",
        "evidence_high_95",
        "n_people",
        "effort_hours",
        "must"
    };

    private static final String COLUMNS = """
            select straight_join r.id, s.computed_rank, s.pinned, r.req_key, r.title, r.state, s.score, s.score_low,
                s.score_high, s.evidence_value, s.evidence_low, s.evidence_high, s.evidence_n, r.effort_hours, r.must
            """;

    private static final String PAGE = COLUMNS + """
            from standing s force index (uq_standing_place) join requirement r on r.id = s.requirement_id
            where s.area_id = :area and s.closed = 0 and s.place >= %s
            order by s.place limit :limit
            """;

    private static final String CLOSED = COLUMNS + """
            from standing s join requirement r on r.id = s.requirement_id
            where s.area_id = :area and s.closed = 1
            order by r.id desc limit :limit offset :offset
            """;

    private static Row row(ResultSet row, int rank) throws SQLException {
        var evidence = row.getBigDecimal("evidence_value");
        return new Row(
                new RequirementId(uuid(row, "id")),
                rank,
                row.getInt("computed_rank"),
                row.getBoolean("pinned"),
                row.getString("req_key"),
                text(row, "title"),
                RequirementState.valueOf(row.getString("state")),
                row.getBigDecimal("score"),
                row.getBigDecimal("score_low"),
                row.getBigDecimal("score_high"),
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
