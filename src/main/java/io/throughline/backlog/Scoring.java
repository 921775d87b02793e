package io.throughline.backlog;

import io.throughline.backlog.priority.Estimate;
import io.throughline.backlog.priority.Field;
import io.throughline.backlog.priority.PriorityMethod;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scores requirements by their area's formula, from their newest evidence and a person's estimates. */
@Component
class Scoring {

    private final JdbcClient jdbc;
    private final Standings standings;

    Scoring(JdbcClient jdbc, Standings standings) {
        this.jdbc = jdbc;
        this.standings = standings;
    }

    /** Computes the score anew and moves the requirement to where it belongs. */
    void rescore(Requirement requirement) {
        standings.lock(requirement.area());
        var evidence = evidence(List.of(requirement.uuid())).getOrDefault(requirement.uuid(), List.of());
        standings.score(requirement, score(method(requirement.area()), requirement.content(), evidence));
    }

    /** No evidence: no score, whatever a person estimated. */
    static Standings.Scored score(
            PriorityMethod method, RequirementContent content, List<EvidenceFigures> oldestFirst) {
        if (oldestFirst.isEmpty()) {
            return Standings.Scored.NONE;
        }
        var inputs = new EnumMap<Field, Estimate>(Field.class);
        content.inputs().forEach((name, value) -> inputs.put(Field.valueOf(name), Estimate.exact(value.doubleValue())));
        inputs.put(Field.EFFORT_DAYS, Estimate.exact(content.effort().days().doubleValue()));
        oldestFirst.forEach(figures -> inputs.putAll(figures.inputs()));
        var newest = oldestFirst.getLast();
        return new Standings.Scored(method.score(inputs).orElse(null), newest.share(), newest.people());
    }

    PriorityMethod method(AreaId area) {
        return Rows.value(
                jdbc.sql("select method from area where id = :id")
                        .param("id", area.value())
                        .query(String.class)
                        .single(),
                PriorityMethod.class);
    }

    /** The figures behind each of these requirements, oldest first. */
    Map<UUID, List<EvidenceFigures>> evidence(List<UUID> requirements) {
        var found = new HashMap<UUID, List<EvidenceFigures>>();
        jdbc.sql("""
                select requirement_id, figures from evidence
                where requirement_id in (:ids) order by requirement_id, attached_at, id
                """).param("ids", requirements).query(row -> {
            found.computeIfAbsent(Rows.uuid(row, "requirement_id"), k -> new java.util.ArrayList<>())
                    .add(Rows.value(row.getString("figures"), EvidenceFigures.class));
        });
        return found;
    }
}
