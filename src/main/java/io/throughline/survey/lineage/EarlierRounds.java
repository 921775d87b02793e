package io.throughline.survey.lineage;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.TypedText;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.SurveyId;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.campaign.CampaignChanges;
import io.throughline.survey.campaign.EndChange;
import io.throughline.survey.design.SurveyVersion;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds of earlier versions, when another version follows them. */
@Component
class EarlierRounds {

    private static final int LONGEST_REASON = 2_000;

    private final CampaignAccess access;
    private final CampaignChanges changes;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final Clock clock;

    EarlierRounds(CampaignAccess access, CampaignChanges changes, CurrentViewer viewer, JdbcClient jdbc, Clock clock) {
        this.access = access;
        this.changes = changes;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws DomainException REQUIRED, TOO_LONG for the reason; NOT_FOUND, STALE, ALREADY_CLOSED */
    void close(SurveyId survey, EarlierFate fate) {
        if (fate.closing().isEmpty()) {
            return;
        }
        var why = TypedText.required(fate.reason(), "surveys.next.reason", LONGEST_REASON);
        fate.closing().forEach((id, version) -> {
            var campaign = access.campaign(id);
            if (!campaign.surveyId().equals(survey)) {
                throw DomainException.notFound();
            }
            campaign.requireVersion(version);
            campaign.close(Utc.now(clock));
            changes.store(campaign, EndChange.CLOSED, why, viewer.get().id(), Utc.now(clock));
        });
    }

    /** Who submitted an answer to a version, as they sign in; of an anonymous one, those of whom it is told. */
    Set<PersonId> answered(SurveyVersion version) {
        return new HashSet<>(jdbc.sql("""
                        select coalesce(l.person_id, r.person_id) person_id
                        from campaign c
                        join response r on r.campaign_id = c.id and r.submitted_revision > 0
                        left join respondent_link l on l.respondent_id = r.person_id
                        where c.survey_version_id = :version and r.person_id is not null
                          and (r.external_id is null or l.person_id is not null)
                        union
                        select g.person_id from campaign c join ballot_register g on g.campaign_id = c.id
                        where c.survey_version_id = :version and g.state = 'ANSWERED'""")
                .param("version", version.uuid())
                .query((row, number) -> new PersonId(Columns.uuid(row, "person_id")))
                .list());
    }
}
