package io.throughline.backlog;

import static io.throughline.backlog.row.Rows.text;
import static io.throughline.shared.row.Columns.uuid;

import io.throughline.backlog.Backlog.Bar;
import io.throughline.backlog.rank.Ordering;
import io.throughline.shared.Effort;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a row of the ranked list is read: from {@code standing s}, {@code requirement r} and the computed order's blocks. */
final class RankedRows {

    static final String COLUMNS = """
            select straight_join r.id, s.pinned, s.place, r.req_key, r.title, r.state, s.score, s.score_low, s.score_high,
                s.too_few, s.evidence_value, s.evidence_low, s.evidence_high, s.evidence_n, r.effort_hours, r.must,
                if(s.pinned, %s, null) computed_rank
            """.formatted(Ordering.COMPUTED.rank());

    private RankedRows() {}

    static RequirementRow row(ResultSet row, int rank) throws SQLException {
        var evidence = row.getBigDecimal("evidence_value");
        return new RequirementRow(
                new RequirementId(uuid(row, "id")),
                rank,
                row.getString("place"),
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
