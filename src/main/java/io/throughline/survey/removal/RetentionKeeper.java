package io.throughline.survey.removal;

import io.throughline.shared.persistence.DatabaseAbsence;
import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.count.AnswerCounter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the answers removed whose time is over, by the clock, and goes on with what was not finished. */
@Component
class RetentionKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionKeeper.class);

    private final AnswerCounter counter;
    private final AnswerRemoval removal;
    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionKeeper(AnswerCounter counter, AnswerRemoval removal, JdbcClient jdbc, Clock clock) {
        this.counter = counter;
        this.removal = removal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${throughline.retention.interval:15m}",
            initialDelayString = "${throughline.retention.delay:2m}")
    void goRound() {
        due().forEach(this::remove);
    }

    void remove(CampaignId campaign) {
        try {
            counter.count(campaign);
            removal.begin(campaign);
            int rounds = 1;
            while (removal.next(campaign)) {
                rounds++;
            }
            LOG.info("The answers of campaign {} were removed in {} steps", campaign.value(), rounds);
        } catch (DataAccessException | IllegalStateException e) {
            // One campaign's trouble is not the others'; the next round goes on. Only a lost database is everybody's.
            if (DatabaseAbsence.isLostConnection(e)) {
                throw e;
            }
            LOG.warn("The answers of campaign {} could not all be removed", campaign.value(), e);
        }
    }

    private List<CampaignId> due() {
        return jdbc.sql("""
                        select c.id from campaign c join survey_retention k on k.survey_id = c.survey_id
                        where k.keep_until < :today and c.removed_at is null
                        union
                        select c.id from campaign c
                        where c.removed_at is not null
                          and (exists (select 1 from response r where r.campaign_id = c.id and r.removed = false)
                               or exists (select 1 from campaign_count n where n.campaign_id = c.id)
                               or exists (select 1 from ballot_register g where g.campaign_id = c.id)
                               or exists (select 1 from response_import i where i.campaign_id = c.id))""")
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, number) -> new CampaignId(Columns.uuid(row, "id")))
                .list();
    }
}
