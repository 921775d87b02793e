package io.throughline.backlog.requirement;

import io.throughline.backlog.AnswerStatus;
import io.throughline.backlog.StatusId;
import io.throughline.backlog.row.Rows;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Utc;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what happened to a requirement as customers will be told it: one row a step, never changed. */
@Component
public class StatusLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    public StatusLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param needsText customers see this step only once a project manager has said why
     * @return the step's id
     */
    public UUID append(Requirement requirement, AnswerStatus status, boolean needsText) {
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
                .param("project", requirement.projectName() == null ? null : Rows.json(requirement.projectName()))
                .param("from", requirement.plannedFrom())
                .param("to", requirement.plannedTo())
                .param("needsText", needsText)
                .param("at", Utc.column(clock.instant()))
                .update();
        return id;
    }

    /** The project manager's words on a step; the newest count. */
    public void write(StatusId step, LocalizedText text, PersonId by) {
        jdbc.sql("""
                insert into status_text (id, status_id, text, written_by, written_at)
                values (:id, :step, :text, :by, :at)
                """)
                .param("id", Ids.next())
                .param("step", step.value())
                .param("text", Rows.json(text))
                .param("by", by.value())
                .param("at", Utc.column(clock.instant()))
                .update();
    }
}
