package io.throughline.backlog;

import static io.throughline.shared.row.Columns.uuid;

import io.throughline.backlog.expression.Expression;
import io.throughline.backlog.expression.ExpressionRepository;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.ExpressionTexts;
import io.throughline.survey.question.OwnWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers' own words on their way to needs: joined, un-joined, or declined with a reason. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Triage {

    private static final int LONGEST_REASON = 1000;

    private final ExpressionRepository expressions;
    private final ExpressionTexts texts;
    private final Needs needs;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final Clock clock;

    Triage(
            ExpressionRepository expressions,
            ExpressionTexts texts,
            Needs needs,
            CurrentViewer viewer,
            JdbcClient jdbc,
            Clock clock) {
        this.expressions = expressions;
        this.texts = texts;
        this.needs = needs;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many nobody has looked at yet. */
    public int countWaiting() {
        return jdbc.sql("select count(*) from expression where state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    /**
     * Those nobody has looked at yet, the longest waiting first; those of a round whose people not everybody may know stand
     * together, by chance, where it opened. Likewise below.
     */
    public List<ExpressionRow> waiting(int offset, int limit) {
        return worded(
                jdbc.sql(SELECT + "where x.state = 'WAITING' order by x.told_at, x.id limit :limit offset :offset")
                        .param("offset", Math.max(0, offset))
                        .param("limit", Math.clamp(limit, 1, Backlog.LARGEST_PAGE))
                        .query(Triage::row)
                        .list());
    }

    /** Those declined, the latest first. */
    public List<ExpressionRow> declined(int offset, int limit) {
        return worded(jdbc.sql(
                        SELECT + "where x.state = 'DECLINED' order by x.told_at desc, x.id limit :limit offset :offset")
                .param("offset", Math.max(0, offset))
                .param("limit", Math.clamp(limit, 1, Backlog.LARGEST_PAGE))
                .query(Triage::row)
                .list());
    }

    /** Those joined to a need, or to one merged into it, the latest first. */
    public List<ExpressionRow> of(NeedId need, int limit) {
        return worded(jdbc.sql(SELECT_OF + """
                (select id from need where id = :need union all select id from need where merged_into = :need) n
                join expression x on x.need_id = n.id
                order by x.told_at desc, x.id limit :limit
                """)
                .param("need", need.value())
                .param("limit", Math.clamp(limit, 1, Backlog.LARGEST_PAGE))
                .query(Triage::row)
                .list());
    }

    /** Those behind a requirement, through the needs it serves; the latest first. */
    public List<ExpressionRow> behind(RequirementId requirement, int limit) {
        return worded(jdbc.sql(SELECT_OF + """
                (select coalesce(n.merged_into, n.id) id from requirement_need l join need n on n.id = l.need_id
                 where l.requirement_id = :requirement
                 union
                 select m.id from requirement_need l join need n on n.id = l.need_id
                 join need m on m.merged_into = coalesce(n.merged_into, n.id)
                 where l.requirement_id = :requirement) n
                join expression x on x.need_id = n.id
                order by x.told_at desc, x.id limit :limit
                """)
                .param("requirement", requirement.value())
                .param("limit", Math.clamp(limit, 1, Backlog.LARGEST_PAGE))
                .query(Triage::row)
                .list());
    }

    /** A new need in the project manager's wording, and the expression under it. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public NeedId makeNeed(ExpressionId id, long version, LocalizedText title) {
        var need = needs.create(title);
        join(id, version, need);
        return need;
    }

    /** Says the same as others: stands under their need. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void join(ExpressionId id, long version, NeedId need) {
        var expression = get(id, version);
        requireNeed(need);
        expression.join(need, viewer.get().id(), clock.instant());
        expressions.save(expression);
    }

    /** Un-merges it, or takes a decline back: it waits again. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void takeBack(ExpressionId id, long version) {
        var expression = get(id, version);
        expression.takeBack(viewer.get().id(), clock.instant());
        expressions.save(expression);
    }

    /** @param reason read by the customer; at most 1,000 characters */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void decline(ExpressionId id, long version, String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new DomainException(CommonError.TOO_LONG, "backlog.reason", LONGEST_REASON);
        }
        var expression = get(id, version);
        expression.decline(reason, viewer.get().id(), clock.instant());
        expressions.save(expression);
    }

    private static final String SELECT = """
            select x.id, x.version, x.state, x.expression_text_id, x.need_id, x.decline_reason
            from expression x
            """;

    /** The few needs first, then their expressions: left to itself the optimiser reads every expression there is. */
    private static final String SELECT_OF = """
            select straight_join x.id, x.version, x.state, x.expression_text_id, x.need_id, x.decline_reason
            from
            """;

    private Expression get(ExpressionId id, long version) {
        var expression = expressions.findById(id.value()).orElseThrow(DomainException::notFound);
        expression.requireVersion(version);
        return expression;
    }

    private void requireNeed(NeedId need) {
        if (jdbc.sql("select count(*) from need where id = :id and merged_into is null")
                        .param("id", need.value())
                        .query(Long.class)
                        .single()
                == 0) {
            throw DomainException.notFound();
        }
    }

    private List<ExpressionRow> worded(List<Unworded> rows) {
        var words = texts.read(rows.stream().map(Unworded::text).toList());
        return rows.stream()
                .map(row -> {
                    var said = words.get(row.text());
                    return said == null ? row.row() : row.with(said);
                })
                .toList();
    }

    private record Unworded(ExpressionTextId text, ExpressionRow row) {
        ExpressionRow with(ExpressionTexts.Expression said) {
            return new ExpressionRow(
                    row.id(),
                    row.version(),
                    row.state(),
                    said.need(),
                    said.person(),
                    said.organisation(),
                    said.origin().toldAt(),
                    row.need(),
                    row.declineReason());
        }
    }

    private static Unworded row(ResultSet row, int number) throws SQLException {
        var need = Columns.uuidOrNull(row, "need_id");
        return new Unworded(
                new ExpressionTextId(uuid(row, "expression_text_id")),
                new ExpressionRow(
                        new ExpressionId(uuid(row, "id")),
                        row.getLong("version"),
                        ExpressionState.valueOf(row.getString("state")),
                        new OwnWords.Answer(""),
                        "",
                        "",
                        null,
                        need == null ? null : new NeedId(need),
                        row.getString("decline_reason")));
    }
}
