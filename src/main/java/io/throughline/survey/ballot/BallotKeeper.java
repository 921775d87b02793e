package io.throughline.survey.ballot;

import io.throughline.shared.persistence.DatabaseAbsence;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the ballots counted that are due, by the clock. */
@Component
class BallotKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(BallotKeeper.class);

    private final BallotCount count;
    private final JdbcClient jdbc;
    private final Clock clock;

    BallotKeeper(BallotCount count, JdbcClient jdbc, Clock clock) {
        this.count = count;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${throughline.ballots.interval:1m}",
            initialDelayString = "${throughline.ballots.interval:1m}")
    void goRound() {
        uncounted().forEach(campaign -> {
            try {
                count.count(campaign);
            } catch (DataAccessException | IllegalStateException e) {
                // One campaign's trouble is not the others'; the next round tries again. Only a lost database is
                // everybody's.
                if (DatabaseAbsence.isLostConnection(e)) {
                    throw e;
                }
                LOG.warn("The ballots of campaign {} could not be counted", campaign.value(), e);
            }
        });
    }

    private List<CampaignId> uncounted() {
        return jdbc.sql("""
                        select c.id from campaign c
                        where c.confidentiality = 'ANONYMOUS'
                          and (exists (select 1 from ballot b where b.campaign_id = c.id)
                               or exists (select 1 from ballot_register g where g.campaign_id = c.id
                                          and g.state = 'SUBMITTED')
                               or least(c.closes_at, coalesce(c.closed_at, c.closes_at)) <= :now
                                  and not exists (select 1 from told_groups t where t.campaign_id = c.id))""")
                .param("now", Utc.column(clock.instant()))
                .query((row, number) -> new CampaignId(Columns.uuid(row, "id")))
                .list();
    }
}
