package io.throughline.survey.campaign;

import io.throughline.shared.DomainException;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.SharedFrom;
import io.throughline.survey.SharedWith;
import io.throughline.survey.Sharing;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.design.SurveyVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns as records. Who may read them is asked by whoever calls. */
@Component
public class CampaignRows {

    private static final String OF_SURVEY = """
            select c.id, c.version, c.number, c.survey_version_id, v.number version_number, c.opens_at, c.closes_at,
                   c.closed_at, v.languages, c.confidentiality, c.shared_with, c.shared_from, c.removed_at,
                   (select count(*) from response r where r.campaign_id = c.id and r.submitted_revision > 0) answered
            from campaign c join survey_version v on v.id = c.survey_version_id
            where c.survey_id = :survey order by c.number desc""";

    private static final String SPEAKING = """
            select c.id from campaign c where c.survey_version_id = :version
            order by exists (select 1 from response r where r.campaign_id = c.id and r.submitted_revision > 0) desc,
                     c.number desc limit 1""";

    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    public List<CampaignInfo> of(SurveyId survey) {
        return jdbc.sql(OF_SURVEY)
                .param("survey", survey.value())
                .query((row, number) -> info(row))
                .list();
    }

    public Optional<CampaignInfo> newest(SurveyId survey) {
        return of(survey).stream().findFirst();
    }

    /**
     * The campaign that speaks for a version: the newest one anybody answered, or the newest. Waves are never mixed.
     *
     * @throws DomainException NOT_FOUND
     */
    public CampaignId speakingFor(SurveyVersionId version) {
        return jdbc.sql(SPEAKING)
                .param("version", version.value())
                .query((row, number) -> new CampaignId(Columns.uuid(row, "id")))
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    /** Of a row with its columns. */
    public static Sharing sharing(ResultSet row) throws SQLException {
        return new Sharing(
                SharedWith.valueOf(row.getString("shared_with")), SharedFrom.valueOf(row.getString("shared_from")));
    }

    private CampaignInfo info(ResultSet row) throws SQLException {
        var opensAt = Utc.instant(row, "opens_at");
        var closesAt = Utc.instant(row, "closes_at");
        var closedAt = Utc.optional(row, "closed_at");
        return new CampaignInfo(
                new CampaignId(Columns.uuid(row, "id")),
                row.getLong("version"),
                row.getInt("number"),
                new SurveyVersionId(Columns.uuid(row, "survey_version_id")),
                row.getInt("version_number"),
                Campaign.state(clock.instant(), opensAt, closesAt, closedAt),
                opensAt,
                Campaign.end(closesAt, closedAt),
                SurveyVersion.languages(row.getString("languages")),
                row.getInt("answered"),
                Confidentiality.valueOf(row.getString("confidentiality")),
                sharing(row),
                Utc.optional(row, "removed_at"));
    }
}
