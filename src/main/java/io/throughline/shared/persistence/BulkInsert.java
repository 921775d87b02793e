package io.throughline.shared.persistence;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Stores many rows of one kind in few commands, those alike in what is null together. A null has a type of its own in the
 * driver's bulk protocol: where one column is null as often as another is not, every row begins another command, and the
 * driver (3.5) reads no reply before it has sent them all. With some hundred replies unread, the database waits for the
 * driver and the driver for the database, for ever.
 */
@Component
public class BulkInsert {

    private final JdbcTemplate jdbc;

    BulkInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In no particular order: a row must not refer to one before it. */
    public void insert(String sql, List<@Nullable Object[]> rows) {
        rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Stream.of(row).map(Objects::isNull).toList()))
                .values()
                .forEach(alike -> jdbc.batchUpdate(sql, alike));
    }
}
