package io.throughline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.support.IntegrationTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class DatabaseIT {

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_pool_refuses_lost_updates() {
        assertThat(variable("tx_isolation")).isEqualTo("REPEATABLE-READ");
        assertThat(variable("innodb_snapshot_isolation")).isEqualTo("ON");
    }

    @Test
    void a_commit_is_durable() {
        assertThat(variable("innodb_flush_log_at_trx_commit")).isEqualTo("1");
        assertThat(variable("sync_binlog")).isEqualTo("1");
        assertThat(variable("binlog_format")).isEqualTo("ROW");
    }

    @Test
    void the_portal_s_account_can_t_change_the_schema() {
        assertThatThrownBy(() -> jdbc.sql("drop table person").update())
                .rootCause()
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> jdbc.sql("truncate table person").update())
                .rootCause()
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> jdbc.sql("create table mine (id int)").update())
                .rootCause()
                .hasMessageContaining("denied");
    }

    private String variable(String name) {
        Map<String, Object> row =
                jdbc.sql("show variables like '" + name + "'").query().singleRow();
        return row.values().stream().skip(1).findFirst().orElseThrow().toString();
    }
}
