package io.throughline.survey.ballot;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CommonError;
import io.throughline.shared.Hashes;
import io.throughline.shared.Ids;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Audience;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyError;
import io.throughline.survey.campaign.CampaignAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom an anonymous round asks, and its end, once they are fixed. */
@IntegrationTest
class SettledBallotsIT extends BallotCase {

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignAccess access;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void once_all_are_counted_no_server_gives_more_time_whatever_its_clock_says() {
        submit(0, 4);
        var end = Instant.now().minusSeconds(1);
        jdbc.sql("update campaign set closes_at = utc_timestamp(6) - interval 1 second where id = ?")
                .param(campaign.value())
                .update();
        long before = version();
        count.count(campaign);
        assertThat(version()).as("what was read before is stale").isGreaterThan(before);
        refused(
                SurveyError.ALREADY_CLOSED,
                () -> transaction.execute(_ -> {
                    access.campaign(campaign).extend(end.plus(Duration.ofDays(1)), end.minusSeconds(60));
                    return true;
                }));
    }

    private long version() {
        return jdbc.sql("select version from campaign where id = ?")
                .param(campaign.value())
                .query(Long.class)
                .single();
    }

    @Test
    void a_ballot_begun_at_the_last_moment_does_not_stay_behind() {
        submit(0, 4);
        made.close(pm, campaign);
        count.count(campaign);
        jdbc.sql("insert into ballot (id, campaign_id, key_hash, sealed, place) values (?, ?, ?, false, x'00')")
                .params(Ids.random(), campaign.value(), Hashes.sha256(campaign.toString()))
                .update();
        count.count(campaign);
        assertThat(jdbc.sql("select count(*) from ballot where campaign_id = ?")
                        .param(campaign.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void who_saves_or_submits_too_late_reads_that_it_has_closed_not_that_the_code_is_wrong() {
        submit(0, 4);
        var late = people.get(4);
        var key = made.begun(late, campaign);
        made.close(pm, campaign);
        count.count(campaign);

        refused(late, SurveyError.CLOSED, () -> {
            ballots.submit(campaign, key);
            return true;
        });
        refused(late, SurveyError.CLOSED, () -> ballots.save(campaign, key, POINTS.id(), points(10, 90)));
        refused(late, SurveyError.BALLOT_UNKNOWN, () -> ballots.sheet(campaign, key));
    }

    @Test
    void nobody_is_asked_whose_account_was_made_later() {
        var asked = new Round(
                new Audience(Set.of(north), Set.of(), Set.of(), true),
                Instant.now().minusSeconds(60),
                Instant.now().plusSeconds(600));
        CampaignId round = surveyFixtures.published(pm, BallotFixtures.content(), asked);
        assertThat(As.viewer(pm, () -> campaigns.asked(round)).audience().following())
                .isFalse();
        var later = fixtures.customer(north);
        refused(CommonError.NOT_FOUND, () -> made.begun(later, round));
        assertThat(made.begun(people.getFirst(), round)).isNotNull();
    }
}
