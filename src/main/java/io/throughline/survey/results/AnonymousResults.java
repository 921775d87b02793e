package io.throughline.survey.results;

import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.SurveyResults.Turnout;
import io.throughline.survey.answer.SubmittedAnswers;
import io.throughline.survey.campaign.Campaign;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final JdbcClient jdbc;

    AnonymousResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that can be looked at alone, in alphabetical order. */
    public List<String> segments(Campaign campaign) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("""
                        select coalesce(segment, '') segment, count(*) people from response
                        where campaign_id = ? and submitted_revision > 0 group by segment order by segment""").param(campaign.uuid()).query(row -> {
            counts.put(row.getString("segment"), row.getInt("people"));
        });
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .filter(one -> !one.getKey().isEmpty()
                        && one.getValue() >= campaign.groupSize()
                        && leavesEnough(all - one.getValue(), campaign.groupSize()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean leavesEnough(int left, int enough) {
        return left == 0 || left >= enough;
    }

    /**
     * The organisations that may be told, and the others together. How many have begun is not told.
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
                    var organisation = SubmittedAnswers.optional(row, "organisation_id");
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
                told.add(new Turnout(organisation, one.name(), one.segment(), one.weight(), one.invited(), 0, people));
            }
        }
        int elsewhere = answered.getOrDefault(Group.NOT_KEPT, 0);
        if (others > 0 || elsewhere > 0) {
            told.add(new Turnout(null, "", "", BigDecimal.ONE, others, 0, elsewhere));
        }
        return told;
    }
}
