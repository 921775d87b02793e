package io.throughline.survey.campaign;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyError;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many submitted responses per segment are enough. Once they are there, nobody begins any more; who has begun may
 * finish, so that there can be more in the end. Counted from the responses, or from an anonymous survey's register, not
 * kept in a row that answering waits for.
 */
@Component
public class Quotas {

    /** Responses of a segment. */
    public static final int LARGEST = 1_000_000;

    /** Whether what a segment has submitted is enough for a quota q. */
    private static final String ENOUGH = """
            (select count(*) from response r
                    where r.campaign_id = q.campaign_id and r.submitted_revision > 0
                      and r.organisation_id in (
                          select au.organisation_id from survey_audience au
                          where au.campaign_id = q.campaign_id and au.segment = q.segment))
                   + (select count(*) from ballot_register g
                      join campaign_invitation i on i.campaign_id = g.campaign_id and i.person_id = g.person_id
                      join survey_audience au
                        on au.campaign_id = i.campaign_id and au.organisation_id = i.organisation_id
                      where g.campaign_id = q.campaign_id and g.state = 'ANSWERED'
                        and au.segment = q.segment) >= q.enough""";

    /** Whether a campaign, and a segment, as a query names them, has submitted enough; no row where nothing limits it. */
    public static final String REACHED = """
            select %s from campaign_quota q where q.campaign_id = %s and q.segment = %s""".formatted(ENOUGH, "%s", "%s");

    /** The segments of a campaign, as a query names it, that have submitted enough. */
    static final String FULL = """
            select q.segment from campaign_quota q where q.campaign_id = %s and %s""".formatted("%s", ENOUGH);

    private final JdbcClient jdbc;

    Quotas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws DomainException OUT_OF_RANGE */
    void keep(CampaignId campaign, Map<String, Integer> quotas) {
        quotas.forEach((segment, enough) -> {
            requireInRange(enough);
            add(campaign, segment, enough);
        });
    }

    /** @throws DomainException OUT_OF_RANGE */
    static void requireInRange(int enough) {
        if (enough < 1 || enough > LARGEST) {
            throw new DomainException(CommonError.OUT_OF_RANGE, "surveys.quota", 1, LARGEST);
        }
    }

    private void add(CampaignId campaign, String segment, int enough) {
        jdbc.sql("insert into campaign_quota (campaign_id, segment, enough) values (?, ?, ?)")
                .params(campaign.value(), segment, enough)
                .update();
    }

    /** False where another has changed it meanwhile. */
    boolean change(CampaignId campaign, SettingDifference difference) {
        var before = difference.before();
        var after = difference.after();
        if (before != null && after != null) {
            return jdbc.sql("update campaign_quota set enough = ? where campaign_id = ? and segment = ? and enough = ?")
                            .params(after, campaign.value(), difference.segment(), before)
                            .update()
                    == 1;
        }
        if (before != null) {
            return jdbc.sql("delete from campaign_quota where campaign_id = ? and segment = ? and enough = ?")
                            .params(campaign.value(), difference.segment(), before)
                            .update()
                    == 1;
        }
        if (after == null) {
            return true;
        }
        try {
            add(campaign, difference.segment(), after);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** By each segment asked, how many submitted responses count for its quota. */
    Map<String, Integer> submitted(CampaignId campaign) {
        var submitted = new TreeMap<String, Integer>();
        jdbc.sql("""
                        select au.segment, count(r.id) submitted
                        from survey_audience au
                        left join response r on r.campaign_id = au.campaign_id
                             and r.organisation_id = au.organisation_id and r.submitted_revision > 0
                        where au.campaign_id = ? group by au.segment""")
                .param(campaign.value())
                .query((row, number) -> Map.entry(row.getString("segment"), row.getInt("submitted")))
                .list()
                .forEach(one -> submitted.put(one.getKey(), one.getValue()));
        return submitted;
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
        return jdbc.sql(REACHED.formatted("?", "?"))
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
