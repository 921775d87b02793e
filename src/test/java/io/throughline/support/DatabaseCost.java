package io.throughline.support;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an act costs the database, counted by the database for one connection: the act runs in a transaction of the
 * counter's, so that nothing others do at the same time, nor what follows its commit, is counted with it.
 */
@Component
public class DatabaseCost {

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final TransactionTemplate transaction;

    DatabaseCost(JdbcClient jdbc, EntityManager entities, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.transaction = transaction;
    }

    /** Statements that read or write tables, and rows read by them. */
    public record Cost(long statements, long rows) {}

    /** The cost of an act that is committed. */
    public Cost of(Runnable act) {
        return transaction.execute(status -> {
            var before = counters();
            act.run();
            entities.flush();
            var after = counters();
            // Reading the counters reads rows, too.
            long ofCounting = sum(counters(), "Handler") - sum(after, "Handler");
            return new Cost(
                    sum(after, "Com") - sum(before, "Com"),
                    sum(after, "Handler") - sum(before, "Handler") - ofCounting);
        });
    }

    private static long sum(Map<String, Long> counters, String prefix) {
        return counters.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<String, Long> counters() {
        return jdbc.sql("""
                        show session status where variable_name in ('Com_select', 'Com_insert', 'Com_insert_select',
                            'Com_update', 'Com_update_multi', 'Com_delete', 'Com_replace')
                            or variable_name like 'Handler_read%'""").query((row, number) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
