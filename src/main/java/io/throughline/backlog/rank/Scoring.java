package io.throughline.backlog.rank;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.EvidenceFigures;
import io.throughline.backlog.priority.PriorityMethod;
import io.throughline.backlog.requirement.Requirement;
import io.throughline.backlog.row.Rows;
import io.throughline.shared.Effort;
import io.throughline.shared.row.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Scores requirements by their area's formula, from their newest evidence and a person's estimates. */
@Component
public class Scoring {

    private static final TypeReference<Map<String, BigDecimal>> INPUTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Standings standings;

    public Scoring(JdbcClient jdbc, Standings standings) {
        this.jdbc = jdbc;
        this.standings = standings;
    }

    /** Computes the score anew and moves the requirement to where it belongs. */
    public void rescore(Requirement requirement) {
        standings.lock(requirement.area());
        var evidence = evidence(List.of(requirement.uuid())).getOrDefault(requirement.uuid(), List.of());
        standings.score(
                requirement,
                Scored.by(
                        method(requirement.area()),
                        requirement.content().effort().days(),
                        requirement.content().inputs(),
                        evidence));
    }

    /** Scores every requirement of an area by another formula; pins stay. */
    public void rescoreAll(AreaId area, PriorityMethod method) {
        standings.lock(area);
        standings.scoreAll(area, all(area, method));
    }

    /** What every requirement of an area with evidence, open or closed, scores by a formula. */
    private Map<UUID, Scored> all(AreaId area, PriorityMethod method) {
        var evidence = new HashMap<UUID, List<EvidenceFigures>>();
        jdbc.sql("""
                select e.requirement_id, e.figures from standing s join evidence e on e.requirement_id = s.requirement_id
                where s.area_id = :area order by e.requirement_id, e.attached_at, e.id
                """).param("area", area.value()).query(row -> {
            collect(row, evidence);
        });
        var scored = new HashMap<UUID, Scored>();
        jdbc.sql("select id, effort_hours, inputs from requirement where area_id = :area")
                .param("area", area.value())
                .query(row -> {
                    var figures = evidence.get(Columns.uuid(row, "id"));
                    if (figures != null) {
                        scored.put(
                                Columns.uuid(row, "id"),
                                Scored.by(
                                        method,
                                        new Effort(row.getBigDecimal("effort_hours")).days(),
                                        Rows.value(row.getString("inputs"), INPUTS),
                                        figures));
                    }
                });
        return scored;
    }

    public PriorityMethod method(AreaId area) {
        return Rows.value(
                jdbc.sql("select method from area where id = :id")
                        .param("id", area.value())
                        .query(String.class)
                        .single(),
                PriorityMethod.class);
    }

    /** The figures behind each of these requirements, oldest first. */
    public Map<UUID, List<EvidenceFigures>> evidence(List<UUID> requirements) {
        var found = new HashMap<UUID, List<EvidenceFigures>>();
        jdbc.sql("""
                select requirement_id, figures from evidence
                where requirement_id in (:ids) order by requirement_id, attached_at, id
                """).param("ids", requirements).query(row -> {
            collect(row, found);
        });
        return found;
    }

    private static void collect(ResultSet row, Map<UUID, List<EvidenceFigures>> found) throws SQLException {
        found.computeIfAbsent(Columns.uuid(row, "requirement_id"), k -> new ArrayList<>())
                .add(Rows.value(row.getString("figures"), EvidenceFigures.class));
    }
}
