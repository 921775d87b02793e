package io.throughline.backlog;

import static io.throughline.backlog.row.Rows.text;
import static io.throughline.shared.row.Columns.uuid;

import io.throughline.backlog.requirement.StatusLog;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What project managers tell customers about a change; before it is written, customers don't see the change. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class StatusTexts {

    private static final int LONGEST = 1000;

    /** A change nobody has explained yet. */
    public record Owed(StatusId id, RequirementId requirement, AreaId area, String key, LocalizedText title) {}

    private final StatusLog log;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    StatusTexts(StatusLog log, CurrentViewer viewer, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.log = log;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Changes that wait for their reason, the oldest first; only the last change of each requirement counts. */
    public List<Owed> owed(int limit) {
        return jdbc.sql("""
                select s.id, r.id requirement, r.area_id, r.req_key, r.title
                from requirement_status s join requirement r on r.id = s.requirement_id
                where s.needs_text = 1
                  and not exists (select 1 from status_text t where t.status_id = s.id)
                  and not exists (select 1 from requirement_status n
                      where n.requirement_id = s.requirement_id and n.number > s.number)
                order by s.happened_at limit :limit
                """)
                .param("limit", Math.clamp(limit, 1, 50))
                .query((row, i) -> new Owed(
                        new StatusId(uuid(row, "id")),
                        new RequirementId(uuid(row, "requirement")),
                        new AreaId(uuid(row, "area_id")),
                        row.getString("req_key"),
                        text(row, "title")))
                .list();
    }

    /**
     * Tells everybody whose answer led to it; saying it again replaces what they read.
     *
     * @throws DomainException REQUIRED, TOO_LONG, NOT_FOUND
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void save(StatusId step, LocalizedText text) {
        TypedText.required(text, "backlog.status.text", LONGEST);
        var requirement = jdbc.sql("select requirement_id from requirement_status where id = :id")
                .param("id", step.value())
                .query((row, i) -> new RequirementId(uuid(row, "requirement_id")))
                .optional()
                .orElseThrow(DomainException::notFound);
        log.write(step, text, viewer.get().id());
        events.publishEvent(Act.of(ActKind.STATUS_TEXT_SAVED, ObjectRef.of(BacklogKinds.REQUIREMENT, requirement)));
    }
}
