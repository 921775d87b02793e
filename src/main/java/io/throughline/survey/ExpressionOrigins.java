package io.throughline.survey;

import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where and by whom something was said, for listeners of this room's events, which act for nobody. Ids only, no words:
 * those are read through {@link ExpressionTexts}. Read beside the listener's transaction: it would else be refused for what
 * changes of a response between reading and writing, which is nothing that is told here.
 */
@Component
@Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
public class ExpressionOrigins {

    /**
     * One person's words.
     *
     * @param person null where nobody is to know who said it
     * @param response null for the need box, like surveyVersion
     * @param named whether everybody who sorts words may know who said it, and when
     * @param since where it stands among others: when it was told or, where not everybody may know that, when its round opened
     */
    public record Said(
            ExpressionTextId id,
            @Nullable PersonId person,
            @Nullable ResponseId response,
            @Nullable SurveyVersionId surveyVersion,
            boolean named,
            Instant since) {

        private static Said of(ResultSet row) throws SQLException {
            var person = Columns.uuidOrNull(row, "person_id");
            var response = Columns.uuidOrNull(row, "response_id");
            var version = Columns.uuidOrNull(row, "survey_version_id");
            return new Said(
                    new ExpressionTextId(Columns.uuid(row, "id")),
                    person == null ? null : new PersonId(person),
                    response == null ? null : new ResponseId(response),
                    version == null ? null : new SurveyVersionId(version),
                    row.getBoolean("named"),
                    Utc.instant(row, "since"));
        }
    }

    private static final String SELECT = """
            select t.id, t.person_id, t.response_id, c.survey_version_id,
                   c.id is null or c.confidentiality = 'NAMED' named,
                   if(c.id is null or c.confidentiality = 'NAMED', t.told_at, c.opens_at) since
            from expression_text t left join response r on r.id = t.response_id
            left join campaign c on c.id = r.campaign_id
            where (t.source = 'NEED_BOX' or t.removed_at is not null
                   or exists (select 1 from submitted_answer s where s.expression_text_id = t.id))
            """;

    private static final String BY_ID = SELECT + "and t.id in (:ids)";

    private static final String BY_RESPONSE = SELECT + """
              and t.source <> 'ANSWER' and t.words <> '' and t.id in (
                  select s.expression_text_id from submitted_answer s join response c on c.id = s.response_id
                  where c.id in (:responses) and s.revision = c.submitted_revision)""";

    private final JdbcClient jdbc;

    ExpressionOrigins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The needs told in the revision of this response that counts; words left empty are none. */
    public List<Said> saidIn(ResponseId response) {
        return saidIn(List.of(response));
    }

    /** As {@link #saidIn(ResponseId)}, of at least one. */
    public List<Said> saidIn(Collection<ResponseId> responses) {
        return jdbc.sql(BY_RESPONSE)
                .param("responses", responses.stream().map(ResponseId::value).toList())
                .query((row, number) -> Said.of(row))
                .list();
    }

    /** Those of them that were submitted or told. */
    public List<Said> of(Collection<ExpressionTextId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(BY_ID)
                .param("ids", ids.stream().map(ExpressionTextId::value).toList())
                .query((row, number) -> Said.of(row))
                .list();
    }
}
