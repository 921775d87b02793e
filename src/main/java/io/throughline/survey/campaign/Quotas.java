package io.throughline.survey.campaign;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.SurveyError;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many submitted responses per segment are enough. Once they are there, nobody begins any more; who has begun may
 * finish, so that there can be more in the end. Counted from the responses, or from an anonymous survey's register, not
 * kept in a row that answering waits for.
 */
@Component
public class Quotas {

    private final JdbcClient jdbc;

    Quotas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws DomainException OUT_OF_RANGE */
    void keep(CampaignId campaign, Map<String, Integer> quotas) {
        quotas.forEach((segment, enough) -> {
            if (enough < 1 || enough > Campaigns.LARGEST_QUOTA) {
                throw new DomainException(CommonError.OUT_OF_RANGE, "surveys.quota", 1, Campaigns.LARGEST_QUOTA);
            }
            jdbc.sql("insert into campaign_quota (campaign_id, segment, enough) values (?, ?, ?)")
                    .params(campaign.value(), segment, enough)
                    .update();
        });
    }

    /** By segment, in alphabetical order. */
    public Map<String, Integer> of(CampaignId campaign) {
        var quotas = new TreeMap<String, Integer>();
        jdbc.sql("select segment, enough from campaign_quota where campaign_id = ?")
                .param(campaign.value())
                .query((row, number) -> Map.entry(row.getString("segment"), row.getInt("enough")))
                .list()
                .forEach(one -> quotas.put(one.getKey(), one.getValue()));
        return quotas;
    }

    /** Whether a segment has submitted enough. */
    public boolean isReached(CampaignId campaign, String segment) {
        return jdbc.sql("""
                        select (select count(*) from response r
                                where r.campaign_id = q.campaign_id and r.submitted_revision > 0
                                  and r.organisation_id in (
                                      select au.organisation_id from survey_audience au
                                      where au.campaign_id = q.campaign_id and au.segment = q.segment))
                               + (select count(*) from ballot_register g
                                  join campaign_invitation i on i.campaign_id = g.campaign_id and i.person_id = g.person_id
                                  join survey_audience au
                                    on au.campaign_id = i.campaign_id and au.organisation_id = i.organisation_id
                                  where g.campaign_id = q.campaign_id and g.state = 'ANSWERED'
                                    and au.segment = q.segment) >= q.enough
                        from campaign_quota q where q.campaign_id = ? and q.segment = ?""")
                .params(campaign.value(), segment)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** @throws DomainException QUOTA_REACHED */
    public void requireRoom(CampaignId campaign, String segment) {
        if (isReached(campaign, segment)) {
            throw new DomainException(SurveyError.QUOTA_REACHED);
        }
    }
}
