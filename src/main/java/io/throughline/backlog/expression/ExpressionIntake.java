package io.throughline.backlog.expression;

import io.throughline.backlog.row.Rows;
import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import io.throughline.shared.persistence.AfterCommit;
import io.throughline.survey.AnswersRemoved;
import io.throughline.survey.ExpressionOrigins;
import io.throughline.survey.ExpressionTextId;
import io.throughline.survey.ExpressionTexts;
import io.throughline.survey.NeedTold;
import io.throughline.survey.ResponseSubmitted;
import io.throughline.survey.ResponsesImported;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes in what customers say in their own words. Hearing the same event again changes nothing. */
@Component
public class ExpressionIntake {

    private final ExpressionOrigins origins;
    private final JdbcClient jdbc;

    public ExpressionIntake(ExpressionOrigins origins, JdbcClient jdbc) {
        this.origins = origins;
        this.jdbc = jdbc;
    }

    @AfterCommit
    public void on(ResponseSubmitted event) {
        var said = origins.saidIn(event.response());
        supersede(
                event.response().value(),
                said.stream().map(ExpressionTexts.Origin::id).toList());
        said.forEach(origin -> take(event.eventId(), origin));
    }

    /** They are new: nothing said before is replaced. */
    @AfterCommit
    public void on(ResponsesImported event) {
        origins.saidIn(event.responses()).forEach(origin -> take(event.eventId(), origin));
    }

    @AfterCommit
    public void on(NeedTold event) {
        origins.of(List.of(event.text())).forEach(origin -> take(event.eventId(), origin));
    }

    /** Whose words they were is forgotten with them. */
    @AfterCommit
    public void on(AnswersRemoved event) {
        jdbc.sql("update expression set person_id = null where response_id in (:responses)")
                .param("responses", event.responses().stream().map(Id::value).toList())
                .update();
    }

    /** Words replaced by an edit before anybody looked at them need no triage any more. */
    private void supersede(UUID response, List<ExpressionTextId> current) {
        jdbc.sql("""
                update expression set state = 'SUPERSEDED', version = version + 1
                where response_id = :response and state = 'WAITING' and expression_text_id not in (:current)
                """)
                .param("response", response)
                .param(
                        "current",
                        current.isEmpty()
                                ? List.of(response)
                                : current.stream().map(Id::value).toList())
                .update();
    }

    private void take(UUID event, ExpressionTexts.Origin origin) {
        jdbc.sql("""
                insert into expression (id, version, event_id, expression_text_id, response_id, survey_version_id,
                    person_id, told_at, state)
                values (:id, 0, :event, :text, :response, :survey, :person, :at, 'WAITING')
                on duplicate key update event_id = event_id
                """)
                // When anonymous words were counted is not to be read from an id.
                .param("id", origin.person() == null ? Ids.random() : Ids.next())
                .param("event", event)
                .param("text", origin.id().value())
                .param("response", value(origin.response()))
                .param("survey", value(origin.surveyVersion()))
                .param("person", value(origin.person()))
                .param("at", Rows.utc(origin.toldAt()))
                .update();
    }

    private static @Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
