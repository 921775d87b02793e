package io.throughline.people;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published passwords of the demo. */
@Component
class DemoPasswords {

    private final JdbcClient jdbc;

    DemoPasswords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void publish(UUID account, String password) {
        jdbc.sql("insert into demo_account (account_id, password) values (?, ?)")
                .params(account, password)
                .update();
    }

    /** Whoever chose a password of their own has no published one any more, and is an account like any other. */
    void forget(UUID account) {
        jdbc.sql("delete from demo_account where account_id = ?").param(account).update();
    }
}
