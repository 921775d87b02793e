package io.throughline.survey.results;

import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.SurveyState;
import io.throughline.survey.Turnout;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.count.HeldAnswers;
import io.throughline.survey.count.UncountedResponses;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which groups of an anonymous campaign's responses may be told: none of fewer people than its size, none that leave fewer
 * over, and none at all while answers are still taken, since where they come from is unlocked at closing.
 */
@Component
public class AnonymousResults {

    private final HeldAnswers held;
    private final JdbcClient jdbc;

    AnonymousResults(HeldAnswers held, JdbcClient jdbc) {
        this.held = held;
        this.jdbc = jdbc;
    }

    /** Those that can be looked at alone, in alphabetical order. */
    public List<String> segments(Campaign campaign) {
        return held
                .groups(campaign.id())
                .getOrDefault(UncountedResponses.EVERYBODY, HeldAnswers.Groups.NONE)
                .segments()
                .stream()
                .sorted()
                .toList();
    }

    /**
     * How many had answered and were left uncounted, being too few to be told beside the others.
     *
     * @return 0 until all that can be counted is
     */
    public int uncounted(Campaign campaign, Instant now) {
        if (campaign.state(now) != SurveyState.CLOSED) {
            return 0;
        }
        return jdbc.sql("""
                        select case when exists (select 1 from ballot b where b.campaign_id = :campaign)
                                      or exists (select 1 from ballot_register g
                                                 where g.campaign_id = :campaign and g.state = 'SUBMITTED') then 0
                               else (select count(*) from ballot_register g
                                     where g.campaign_id = :campaign and g.state = 'ANSWERED')
                                  - (select count(*) from response r
                                     where r.campaign_id = :campaign and r.submitted_revision > 0) end""")
                .param("campaign", campaign.id().value())
                .query(Integer.class)
                .single();
    }

    /**
     * The organisations that may be told, and the others together. How many have begun nobody knows: a ballot begun says not whose it is.
     *
     * @param segment null for all
     * @param invited by organisation
     */
    public List<Turnout> turnout(CampaignId campaign, @Nullable String segment, List<Turnout> invited) {
        var answered = new HashMap<UUID, Integer>();
        jdbc.sql("""
                        select organisation_id, count(*) people from response
                        where campaign_id = :campaign and submitted_revision > 0
                          and (:segment is null or segment = :segment) group by organisation_id""")
                .param("campaign", campaign.value())
                .param("segment", segment)
                .query(row -> {
                    var organisation = Columns.uuidOrNull(row, "organisation_id");
                    answered.put(organisation == null ? Group.NOT_KEPT : organisation, row.getInt("people"));
                });
        var told = new ArrayList<Turnout>();
        int others = 0;
        for (var one : invited) {
            var organisation = one.organisation();
            var people = organisation == null ? null : answered.get(organisation.value());
            if (people == null) {
                others += one.invited();
            } else {
                told.add(new Turnout(
                        organisation, one.name(), one.segment(), one.weight(), one.invited(), null, people));
            }
        }
        int elsewhere = answered.getOrDefault(Group.NOT_KEPT, 0);
        if (others > 0 || elsewhere > 0) {
            told.add(new Turnout(null, "", "", BigDecimal.ONE, others, null, elsewhere));
        }
        return told;
    }
}
