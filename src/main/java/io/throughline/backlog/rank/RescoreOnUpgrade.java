package io.throughline.backlog.rank;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.priority.Credibility;
import io.throughline.backlog.priority.PriorityMethod;
import io.throughline.backlog.row.Rows;
import io.throughline.shared.row.Columns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Scores are kept: those computed while few people still counted as many are computed anew, once, after an upgrade. */
@Component
public class RescoreOnUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(RescoreOnUpgrade.class);

    private record Outdated(AreaId area, PriorityMethod method) {}

    private final Scoring scoring;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public RescoreOnUpgrade(Scoring scoring, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.scoring = scoring;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Area by area, each in its own transaction: what is cut off is made up for at the next start. */
    @EventListener(ApplicationReadyEvent.class)
    public void rescoreOutdatedAreas() {
        jdbc.sql("select id, method from area where credibility < :version")
                .param("version", Credibility.VERSION)
                .query((row, i) -> new Outdated(
                        new AreaId(Columns.uuid(row, "id")), Rows.value(row.getString("method"), PriorityMethod.class)))
                .list()
                .forEach(this::rescore);
    }

    private void rescore(Outdated outdated) {
        transaction.executeWithoutResult(status -> {
            scoring.rescoreAll(outdated.area(), outdated.method());
            jdbc.sql("update area set credibility = :version where id = :id")
                    .param("version", Credibility.VERSION)
                    .param("id", outdated.area().value())
                    .update();
        });
        LOG.info(
                "Scored the backlog of area {} by the rule for few people",
                outdated.area().value());
    }
}
