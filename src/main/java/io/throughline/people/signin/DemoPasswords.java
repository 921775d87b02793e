package io.throughline.people.signin;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published passwords of the demo. */
@Component
public class DemoPasswords {

    private final JdbcClient jdbc;

    DemoPasswords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void publish(UUID account, String password) {
        jdbc.sql("insert into demo_account (account_id, password) values (?, ?)")
                .params(account, password)
                .update();
    }

    /** Whoever chose a password of their own has no published one any more, and is an account like any other. */
    public void forget(UUID account) {
        jdbc.sql("delete from demo_account where account_id = ?").param(account).update();
    }
}
