package io.throughline.survey.results;

import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.answer.Voices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the organisations' voices weigh in a campaign: as frozen when it was published, or as set for a reason since. */
@Component
public class WeightSets {

    /** The set in force of a campaign c; nothing where the frozen weights are. */
    private static final String IN_FORCE = """
            select au.organisation_id, au.weight frozen, coalesce(e.weight, au.weight) weight
            from survey_audience au
            left join weight_set_entry e
              on e.organisation_id = au.organisation_id
             and e.weight_set_id = (select s.id from weight_set s where s.campaign_id = :campaign
                                    order by s.number desc limit 1)
            where au.campaign_id = :campaign""";

    private final JdbcClient jdbc;

    WeightSets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param frozen when the campaign was published */
    public record Weight(UUID organisation, BigDecimal frozen, BigDecimal weight) {}

    /** A set that took the place of the one before it. */
    public record Change(int number, String reason, String by, Instant at) {}

    public List<Weight> weights(CampaignId campaign) {
        return jdbc.sql(IN_FORCE)
                .param("campaign", campaign.value())
                .query((row, number) -> new Weight(
                        Columns.uuid(row, "organisation_id"), row.getBigDecimal("frozen"), row.getBigDecimal("weight")))
                .list();
    }

    public Voices voices(CampaignId campaign) {
        return new Voices(weights(campaign).stream()
                .collect(Collectors.toMap(
                        Weight::organisation, one -> one.weight().doubleValue())));
    }

    /** Number of the set in force; 0 for the weights frozen when the campaign was published. */
    public int inForce(CampaignId campaign) {
        return jdbc.sql("select coalesce(max(number), 0) from weight_set where campaign_id = ?")
                .param(campaign.value())
                .query(Integer.class)
                .single();
    }

    /** Newest first. */
    List<Change> changes(CampaignId campaign) {
        return jdbc.sql("""
                        select s.number, s.reason, p.name, s.changed_at
                        from weight_set s join person p on p.id = s.changed_by
                        where s.campaign_id = ? order by s.number desc limit 50""")
                .param(campaign.value())
                .query((row, number) -> new Change(
                        row.getInt("number"),
                        row.getString("reason"),
                        row.getString("name"),
                        Utc.instant(row, "changed_at")))
                .list();
    }

    /** Another set, with a weight for each organisation asked. */
    void add(
            UUID id,
            CampaignId campaign,
            int number,
            String reason,
            UUID by,
            Instant now,
            Map<UUID, BigDecimal> weights) {
        jdbc.sql("""
                        insert into weight_set (id, campaign_id, number, reason, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(id, campaign.value(), number, reason, by, Utc.column(now))
                .update();
        weights.forEach((organisation, weight) -> jdbc.sql(
                        "insert into weight_set_entry (weight_set_id, organisation_id, weight) values (?, ?, ?)")
                .params(id, organisation, weight)
                .update());
    }
}
