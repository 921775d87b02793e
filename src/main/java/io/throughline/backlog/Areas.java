package io.throughline.backlog;

import io.throughline.backlog.area.Area;
import io.throughline.backlog.area.AreaRepository;
import io.throughline.backlog.priority.PriorityMethod;
import io.throughline.backlog.rank.Scoring;
import io.throughline.backlog.rank.Standings;
import io.throughline.backlog.row.Rows;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The areas of the backlog and the formula of each. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Areas {

    private static final int MOST_WEIGHT = 1_000_000;

    private final AreaRepository areas;
    private final Scoring scoring;
    private final Standings standings;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Areas(
            AreaRepository areas,
            Scoring scoring,
            Standings standings,
            CurrentViewer viewer,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.areas = areas;
        this.scoring = scoring;
        this.standings = standings;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** All areas by name. */
    public List<AreaRow> all() {
        return jdbc.sql(SELECT + "order by a.name").query(Areas::row).list();
    }

    /** @throws DomainException NOT_FOUND */
    public AreaRow area(AreaId id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id.value())
                .query(Areas::row)
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    /** @throws DomainException REQUIRED, TOO_LONG, AREA_NAME_TAKEN */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public AreaId create(String name) {
        boolean taken = jdbc.sql("select count(*) from area where name = :name")
                        .param("name", name.strip())
                        .query(Long.class)
                        .single()
                > 0;
        if (taken) {
            throw new DomainException(BacklogError.AREA_NAME_TAKEN, name.strip());
        }
        return areas.save(new Area(name, viewer.get().id(), clock.instant())).id();
    }

    /**
     * Ranks the area by another formula: every open requirement is scored anew; pins stay.
     *
     * @param version as read
     * @throws DomainException NOT_FOUND, STALE, FORMULA_INCOMPLETE, OUT_OF_RANGE for a weight
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void rankBy(AreaId id, long version, PriorityMethod method) {
        standings.lock(id);
        var area = areas.findById(id.value()).orElseThrow(DomainException::notFound);
        area.requireVersion(version);
        if (method.fields().isEmpty()) {
            throw new DomainException(BacklogError.FORMULA_INCOMPLETE);
        }
        if (method instanceof PriorityMethod.Weighted own) {
            own.weights().forEach((field, weight) -> {
                if (!(Math.abs(weight) <= MOST_WEIGHT)) {
                    throw new DomainException(
                            CommonError.OUT_OF_RANGE, "enum.Field." + field, -MOST_WEIGHT, MOST_WEIGHT);
                }
            });
        }
        area.rankBy(method);
        areas.save(area);
        scoring.rescoreAll(id, method);
        events.publishEvent(Act.of(ActKind.AREA_FORMULA_CHANGED, ObjectRef.of(BacklogKinds.AREA, id)));
    }

    private static final String SELECT = """
            select a.id, a.version, a.name, a.method,
                coalesce(b.size, 0) ranked
            from area a left join rank_block b on b.area_id = a.id and b.ordering = 'SHOWN' and b.parent is null
            """;

    private static AreaRow row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new AreaRow(
                new AreaId(Columns.uuid(row, "id")),
                row.getLong("version"),
                row.getString("name"),
                Rows.value(row.getString("method"), PriorityMethod.class),
                row.getInt("ranked"));
    }
}
