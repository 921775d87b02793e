package io.throughline.backlog;

import io.throughline.backlog.rank.Ordering;
import io.throughline.backlog.rank.RankTree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    /**
     * Ranked requirements in their order.
     *
     * @param offset ≥ 0
     * @param limit 1–{@value #LARGEST_PAGE}
     */
    public List<RequirementRow> page(AreaId area, int offset, int limit) {
        var start = ranks.start(area.value(), Math.max(0, offset));
        var rows = new ArrayList<RequirementRow>();
        jdbc.sql(PAGE)
                .param("area", area.value())
                .param("low", start.low())
                .param("skip", start.skip())
                .param("limit", Math.clamp(limit, 1, LARGEST_PAGE))
                .query(row -> {
                    rows.add(RankedRows.row(row, offset + rows.size() + 1));
                });
        return rows;
    }

    /** The whole ranked list as a file (RFC 4180); cells that a spreadsheet would compute are defused. */
    public String csv(AreaId area, Locale locale) {
        var file = new RankedCsv(pinnedRanks(area), locale);
        int offset = 0;
        for (var rows = page(area, 0, LARGEST_PAGE); !rows.isEmpty(); rows = page(area, offset, LARGEST_PAGE)) {
            rows.forEach(file::add);
            offset += rows.size();
        }
        return file.text();
    }

    private Set<Integer> pinnedRanks(AreaId area) {
        return jdbc.sql("""
                select %s from standing s %s where s.area_id = :area and s.closed = 0 and s.pinned = 1
                """.formatted(Ordering.COMPUTED.rank(), Ordering.COMPUTED.blocks("1")))
                .param("area", area.value())
                .query((row, i) -> row.getInt(1))
                .set();
    }

    private static final String PAGE = RankedRows.COLUMNS + """
            from standing s force index (uq_standing_place) join requirement r on r.id = s.requirement_id
            """ + Ordering.COMPUTED.blocks("s.pinned") + """
            where s.area_id = :area and s.closed = 0 and s.place >= :low
            order by s.place limit :limit offset :skip
            """;
}
