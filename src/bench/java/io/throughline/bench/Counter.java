package io.throughline.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Counts what one thread asks of the portal's database: its statements, and the rows the server's handlers read for
 * them, taken from the status of the very session that ran each.
 */
final class Counter implements QueryExecutionListener {

    private static final String STATUS = """
            select coalesce(sum(variable_value), 0) from information_schema.session_status
            where variable_name like 'HANDLER\\_READ%'""";

    /** What a piece of work took. */
    record Count(List<Statement> statements) {

        int number() {
            return statements.size();
        }

        long rows() {
            return statements.stream().mapToLong(Statement::rows).sum();
        }
    }

    /** @param rows read by the server for it */
    record Statement(String sql, long rows) {}

    private final ThreadLocal<List<Statement>> counting = new ThreadLocal<>();
    private final ThreadLocal<Long> before = new ThreadLocal<>();

    /** Puts itself between a portal, not yet started, and its pool. */
    void watch(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("dataSource") && bean instanceof DataSource pool
                        ? ProxyDataSourceBuilder.create(pool)
                                .listener(Counter.this)
                                .build()
                        : bean;
            }
        });
    }

    /** What this thread asks of the database while it does something. */
    Count of(Callable<?> work) throws Exception {
        var statements = new ArrayList<Statement>();
        counting.set(statements);
        try {
            var _ = work.call();
        } finally {
            counting.remove();
        }
        return new Count(statements);
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (counting.get() != null) {
            before.set(handlerReads(execution));
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        var statements = counting.get();
        if (statements == null) {
            return;
        }
        var started = before.get();
        // Reading the status reads rows itself: as many as between two readings with nothing in between.
        long after = handlerReads(execution);
        long own = handlerReads(execution) - after;
        var sql = queries.isEmpty() ? "" : queries.getFirst().getQuery().strip().replaceAll("\\s+", " ");
        if (!sql.regionMatches(true, 0, "set ", 0, 4)) {
            statements.add(new Statement(sql, after - started - own));
        }
    }

    private static long handlerReads(ExecutionInfo execution) {
        try {
            Connection connection = execution.getStatement().getConnection();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(STATUS)) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
