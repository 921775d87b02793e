package io.throughline.survey.campaign;

import io.throughline.shared.Ids;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every change of a campaign's end, insert-only. */
@Component
public class CampaignChanges {

    private final CampaignRepository campaigns;
    private final JdbcClient jdbc;

    CampaignChanges(CampaignRepository campaigns, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    /** Keeps a campaign whose end was changed, and the change. */
    public void store(Campaign campaign, EndChange kind, String reason, PersonId by, Instant now) {
        campaigns.save(campaign);
        jdbc.sql("""
                        insert into campaign_change (id, campaign_id, kind, closes_at, reason, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.next(),
                        campaign.uuid(),
                        kind.name(),
                        Utc.column(campaign.closesAt()),
                        reason,
                        by.value(),
                        Utc.column(now))
                .update();
    }

    /** Newest first. */
    public List<CampaignChange> of(CampaignId campaign) {
        return jdbc.sql("""
                        select c.kind, c.closes_at, c.reason, p.name, c.changed_at
                        from campaign_change c join person p on p.id = c.changed_by
                        where c.campaign_id = ? order by c.changed_at desc, c.id desc limit 50""")
                .param(campaign.value())
                .query((row, number) -> new CampaignChange(
                        EndChange.valueOf(row.getString("kind")),
                        Utc.instant(row, "closes_at"),
                        row.getString("reason"),
                        row.getString("name"),
                        Utc.instant(row, "changed_at")))
                .list();
    }
}
