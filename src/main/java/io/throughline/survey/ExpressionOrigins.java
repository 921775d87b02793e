package io.throughline.survey;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.survey.ExpressionTexts.Origin;
import io.throughline.survey.ExpressionTexts.Source;
import io.throughline.survey.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where and by whom something was said, for listeners of this room's events, which act for nobody. Ids only, no words:
 * those are read through {@link ExpressionTexts}.
 */
@Component
@Transactional(readOnly = true)
public class ExpressionOrigins {

    private static final String BY_ID = """
            select t.id, t.person_id, t.organisation_id, t.source, t.response_id, t.question_id, t.language, t.words,
                   t.told_at, c.survey_version_id
            from expression_text t left join response r on r.id = t.response_id
            left join campaign c on c.id = r.campaign_id
            where (t.source = 'NEED_BOX' or t.removed_at is not null
                   or exists (select 1 from submitted_answer s where s.expression_text_id = t.id))
              and t.id in (:ids)
            order by t.told_at, t.id""";

    private static final String BY_RESPONSE = """
            select t.id, t.person_id, t.organisation_id, t.source, t.response_id, t.question_id, t.language, t.words,
                   t.told_at, c.survey_version_id
            from expression_text t left join response r on r.id = t.response_id
            left join campaign c on c.id = r.campaign_id
            where (t.source = 'NEED_BOX' or t.removed_at is not null
                   or exists (select 1 from submitted_answer s where s.expression_text_id = t.id))
              and t.source <> 'ANSWER' and t.words <> '' and t.id in (
                  select s.expression_text_id from submitted_answer s join response c on c.id = s.response_id
                  where c.id in (:responses) and s.revision = c.submitted_revision)
            order by t.told_at, t.id""";

    private final JdbcClient jdbc;

    ExpressionOrigins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The needs told in the revision of this response that counts; words left empty are none. */
    public List<Origin> saidIn(ResponseId response) {
        return saidIn(List.of(response));
    }

    /** As {@link #saidIn(ResponseId)}, of at least one. */
    public List<Origin> saidIn(Collection<ResponseId> responses) {
        return jdbc.sql(BY_RESPONSE)
                .param("responses", responses.stream().map(ResponseId::value).toList())
                .query((row, number) -> origin(row))
                .list();
    }

    /** Those of them that were submitted or told. */
    public List<Origin> of(Collection<ExpressionTextId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(BY_ID)
                .param("ids", ids.stream().map(ExpressionTextId::value).toList())
                .query((row, number) -> origin(row))
                .list();
    }

    static Origin origin(ResultSet row) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        UUID organisation = row.getObject("organisation_id", UUID.class);
        UUID response = row.getObject("response_id", UUID.class);
        UUID version = row.getObject("survey_version_id", UUID.class);
        UUID question = row.getObject("question_id", UUID.class);
        return new Origin(
                new ExpressionTextId(Utc.uuid(row, "id")),
                Source.valueOf(row.getString("source")),
                person == null ? null : new PersonId(person),
                organisation == null ? null : new OrganisationId(organisation),
                response == null ? null : new ResponseId(response),
                version == null ? null : new SurveyVersionId(version),
                question == null ? null : new QuestionId(question),
                Utc.instant(row, "told_at"));
    }
}
