package io.throughline.survey.results;

import io.throughline.shared.Hashes;
import io.throughline.shared.Ids;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.answer.Voices;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.design.Survey;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the organisations' voices weigh in a campaign: as when it was published, or as set since. A set stands for the reason
 * a manager gave, or for what an organisation was given before the campaign opened.
 */
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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WeightSets(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
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

    /** Number of the set in force; 0 for those of when the campaign was published. */
    public int inForce(CampaignId campaign) {
        return jdbc.sql("select coalesce(max(number), 0) from weight_set where campaign_id = ?")
                .param(campaign.value())
                .query(Integer.class)
                .single();
    }

    /** Campaigns that ask an organisation and are still to open. */
    List<CampaignId> waiting(UUID organisation) {
        return jdbc.sql("""
                        select c.id from survey_audience au join campaign c on c.id = au.campaign_id
                        where au.organisation_id = ? and c.opens_at > ?""")
                .params(organisation, Utc.column(clock.instant()))
                .query((row, number) -> new CampaignId(Columns.uuid(row, "id")))
                .list();
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

    /**
     * Another set takes the place of the one in force.
     *
     * @param weights of each organisation asked
     * @throws DuplicateKeyException if there is one of this number
     */
    void replace(Campaign campaign, int number, String reason, PersonId by, SortedMap<UUID, BigDecimal> weights) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into weight_set (id, campaign_id, number, reason, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(id, campaign.uuid(), number, reason, by.value(), Utc.column(Utc.now(clock)))
                .update();
        weights.forEach((organisation, weight) -> jdbc.sql(
                        "insert into weight_set_entry (weight_set_id, organisation_id, weight) values (?, ?, ?)")
                .params(id, organisation, weight)
                .update());
        events.publishEvent(
                Act.of(ActKind.WEIGHTS_CHANGED, ObjectRef.of(Survey.KIND, campaign.surveyId()), campaign.ref())
                        .withHash(Hashes.sha256(number + " " + reason + " " + weights)));
    }
}
