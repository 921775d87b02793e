package io.throughline.backlog.expression;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import io.throughline.shared.persistence.AfterCommit;
import io.throughline.shared.persistence.BulkInsert;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.AnswersRemoved;
import io.throughline.survey.ExpressionOrigins;
import io.throughline.survey.ExpressionOrigins.Said;
import io.throughline.survey.NeedTold;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResponseSubmitted;
import io.throughline.survey.ResponsesImported;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes in what customers say in their own words. Hearing the same event again changes nothing. */
@Component
public class ExpressionIntake {

    private final ExpressionOrigins origins;
    private final JdbcClient jdbc;
    private final BulkInsert bulk;

    public ExpressionIntake(ExpressionOrigins origins, JdbcClient jdbc, BulkInsert bulk) {
        this.origins = origins;
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    @AfterCommit
    public void on(ResponseSubmitted event) {
        var said = origins.saidIn(event.response());
        take(event.eventId(), said);
        supersede(event.response(), said);
    }

    /** They are new: nothing said before is replaced. */
    @AfterCommit
    public void on(ResponsesImported event) {
        take(event.eventId(), origins.saidIn(event.responses()));
    }

    @AfterCommit
    public void on(NeedTold event) {
        take(event.eventId(), origins.of(List.of(event.text())));
    }

    /** Whose words they were is forgotten with them. */
    @AfterCommit
    public void on(AnswersRemoved event) {
        jdbc.sql("update expression set person_id = null where response_id in (:responses)")
                .param("responses", event.responses().stream().map(Id::value).toList())
                .update();
    }

    /**
     * Words replaced by an edit before anybody looked at them need no triage any more. Nearly always there are none, and they are
     * looked for without a lock: a search that locks keeps everybody else from adding theirs where it found nothing. Only after
     * {@link #take}: what was read before would be held against it where the answer has been counted meanwhile.
     */
    private void supersede(ResponseId response, List<Said> current) {
        var kept = current.stream().map(said -> said.id().value()).collect(Collectors.toSet());
        var replaced = new ArrayList<UUID>();
        jdbc.sql("select id, expression_text_id from expression where response_id = :response and state = 'WAITING'")
                .param("response", response.value())
                .query(row -> {
                    if (!kept.contains(Columns.uuid(row, "expression_text_id"))) {
                        replaced.add(Columns.uuid(row, "id"));
                    }
                });
        if (!replaced.isEmpty()) {
            jdbc.sql("update expression set state = 'SUPERSEDED', version = version + 1 where id in (:replaced)")
                    .param("replaced", replaced)
                    .update();
        }
    }

    private void take(UUID event, Collection<Said> said) {
        bulk.insert("""
                insert into expression (id, version, event_id, expression_text_id, response_id, survey_version_id,
                    person_id, told_at, state)
                values (?, 0, ?, ?, ?, ?, ?, ?, 'WAITING')
                on duplicate key update event_id = event_id
                """, said.stream().map(one -> row(event, one)).toList());
    }

    private static @Nullable Object[] row(UUID event, Said said) {
        return new @Nullable Object[] {
            // When something was said is not to be read from an id, where not everybody may know it.
            said.named() ? Ids.next() : Ids.random(),
            event,
            said.id().value(),
            value(said.response()),
            value(said.surveyVersion()),
            value(said.person()),
            Utc.column(said.since())
        };
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
