package io.throughline.backlog;

import io.throughline.shared.Ids;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what happened to a requirement as customers will be told it: one row a step, never changed. */
@Component
class StatusLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    StatusLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param needsText customers see this step only once a project manager has said why
     * @return the step's id
     */
    UUID append(Requirement requirement, AnswerStatus status, boolean needsText) {
        var id = Ids.next();
        jdbc.sql("""
                insert into requirement_status
                    (id, requirement_id, number, status, project_name, planned_from, planned_to, needs_text, happened_at)
                select :id, :requirement, coalesce(max(number), 0) + 1, :status, :project, :from, :to, :needsText, :at
                from requirement_status where requirement_id = :requirement
                """)
                .param("id", id)
                .param("requirement", requirement.uuid())
                .param("status", status.name())
                .param("project", requirement.projectName())
                .param("from", requirement.plannedFrom())
                .param("to", requirement.plannedTo())
                .param("needsText", needsText)
                .param("at", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return id;
    }
}
