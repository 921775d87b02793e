package io.throughline.survey.answer;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.OpenSurvey;
import io.throughline.survey.ResponseState;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.campaign.Quotas;
import io.throughline.survey.design.VersionContents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody may answer now, however they came to be asked: with their organisation, or by name. */
@Component
public class OpenSurveys {

    private static final String OPEN = """
            select c.id, c.number, c.survey_version_id, least(c.closes_at, coalesce(c.closed_at, c.closes_at)) closes,
                   r.submitted_revision, r.submitted_edits,
                   (select count(*) from answer a where a.response_id = r.id) answered,
                   (select sum(a.revision) from answer a where a.response_id = r.id) edits, g.state ballot,
                   coalesce((%s), false) enough
            from campaign c
            left join campaign_invitation ci on ci.campaign_id = c.id and ci.person_id = :person
            join survey_audience au
              on au.campaign_id = c.id and au.organisation_id = coalesce(ci.organisation_id, :organisation)
            left join response r on r.campaign_id = c.id and r.person_id = :person
            left join ballot_register g on g.campaign_id = c.id and g.person_id = :person
            where (ci.person_id is not null or c.following and au.whole and not exists (
                  select 1 from campaign_left_out lo where lo.campaign_id = c.id and lo.person_id = :person))
              and c.opens_at <= :now and c.closes_at > :now
              and (c.closed_at is null or c.closed_at > :now)
              and not exists (
                  select 1 from respondent_link l join response i on i.person_id = l.respondent_id
                  where l.person_id = :person and i.campaign_id = c.id)
            order by c.closes_at, c.id limit 200""".formatted(Quotas.REACHED.formatted("c.id", "au.segment"));

    private final JdbcClient jdbc;
    private final VersionContents contents;

    OpenSurveys(JdbcClient jdbc, VersionContents contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    /**
     * At most 200, the one closing first on top; without those an imported response of this person answers, and without
     * those nobody of the person's segment begins any more.
     */
    public List<OpenSurvey> of(PersonId person, OrganisationId organisation, Instant now) {
        return jdbc
                .sql(OPEN)
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("now", Utc.column(now))
                .query((row, number) -> new Found(openSurvey(row), row.getBoolean("enough")))
                .list()
                .stream()
                .filter(Found::isOpen)
                .map(Found::survey)
                .toList();
    }

    /** @param enough whether the person's segment has submitted enough */
    private record Found(OpenSurvey survey, boolean enough) {

        boolean isOpen() {
            return !enough || survey.state() != ResponseState.NOT_STARTED;
        }
    }

    private OpenSurvey openSurvey(ResultSet row) throws SQLException {
        var content = contents.of(new SurveyVersionId(Columns.uuid(row, "survey_version_id")));
        int submitted = row.getInt("submitted_revision");
        boolean started = !row.wasNull();
        return new OpenSurvey(
                new CampaignId(Columns.uuid(row, "id")),
                row.getInt("number"),
                content.title(),
                content.minutes(),
                Utc.instant(row, "closes"),
                started
                        ? ResponseState.of(submitted, row.getLong("submitted_edits"), row.getLong("edits"))
                        : BallotStanding.of(row.getString("ballot")).state(),
                row.getInt("answered"),
                content.questions().size(),
                content.confidentiality());
    }
}
