package io.throughline.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.database.DatabaseProperties.Login;
import io.throughline.support.IntegrationTest;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseDataSource;
import org.springframework.core.io.DefaultResourceLoader;

/** Starts that are refused, on a real server, and migrations that were cut off. */
@IntegrationTest
class StartCheckIT {

    private static final String CHANGELOG = "classpath:db/changelog/db.changelog-master.yaml";
    private static final String LOCKED = """
            update DATABASECHANGELOGLOCK set locked = 1, lockgranted = now(), lockedby = 'a portal that was killed'""";

    @Autowired
    DatabaseLogins logins;

    @Autowired
    DataSource pool;

    @Autowired
    @LiquibaseDataSource
    DataSource owner;

    @Test
    void the_accounts_as_they_are_pass() {
        assertThatCode(() -> check(logins)).doesNotThrowAnyException();
    }

    @Test
    void an_address_that_is_none_is_shown_without_what_may_be_a_password() {
        for (var url : new String[] {
            "localhost:3306/portal?password=secret",
            "jdbc:postgresql://localhost/portal?password=secret",
            "jdbc:mariadb://localhost:port/portal?password=secret",
            "jdbc:mariadb:/localhost/portal?password=secret",
            "jdbc:mariadb://localhost:3306/?password=secret"
        }) {
            assertRefused(
                    () -> check(new DatabaseLogins(url, logins.app(), logins.owner())),
                    "THROUGHLINE_DATABASE_URL",
                    "jdbc:mariadb://HOST:3306/DATABASE");
        }
    }

    @Test
    void a_server_that_doesn_t_answer_is_named() throws IOException {
        int port;
        try (var unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }
        var gone = new DatabaseLogins("jdbc:mariadb://127.0.0.1:" + port + "/portal", logins.app(), logins.owner());
        assertRefused(() -> check(gone), "127.0.0.1:" + port, "THROUGHLINE_DATABASE_URL");
    }

    @Test
    void a_wrong_password_is_told_with_the_account_it_belongs_to() {
        assertRefused(
                () -> check(new DatabaseLogins(logins.url(), logins.app(), wrong(logins.owner()))),
                "'throughline_owner'",
                "THROUGHLINE_DATABASE_OWNER_PASSWORD");
        assertRefused(
                () -> check(new DatabaseLogins(logins.url(), wrong(logins.app()), logins.owner())),
                "'throughline_app'",
                "THROUGHLINE_DATABASE_APP_PASSWORD");
    }

    @Test
    void a_database_that_isn_t_there_is_told_with_how_to_make_it_or_its_rights() {
        var url = logins.url().replace("/" + EmbeddedDatabase.NAME + "?", "/elsewhere?");
        assertRefused(
                () -> check(new DatabaseLogins(url, logins.app(), logins.owner())), "elsewhere", "WITH GRANT OPTION");
    }

    @Test
    void an_owner_who_can_t_migrate_is_told_what_is_lacking() {
        assertRefused(
                () -> check(new DatabaseLogins(logins.url(), logins.app(), logins.app())),
                "lacks SELECT",
                "TRIGGER",
                "GRANT OPTION",
                "GRANT ALL PRIVILEGES ON `throughline`.* TO `throughline_app`@`localhost`");
    }

    @Test
    void an_account_for_the_portal_that_can_do_everything_is_refused() {
        var owner = logins.owner();
        assertRefused(() -> check(new DatabaseLogins(logins.url(), owner, owner)), "ALL PRIVILEGES", "revoke it");
    }

    @Test
    void an_account_the_database_knows_by_another_host_is_told_how_to_be_named() {
        var app = logins.app();
        assertRefused(
                () -> check(
                        new DatabaseLogins(logins.url(), new Login(app.user(), app.password(), "%"), logins.owner())),
                "THROUGHLINE_DATABASE_APP_HOST to localhost");
    }

    @Test
    void a_lock_left_by_a_killed_start_is_cleared_but_not_while_another_portal_migrates() throws Exception {
        try (var killed = owner.getConnection();
                var statement = killed.createStatement()) {
            statement.execute(LOCKED);
        }
        try (var other = connection();
                var turn = MigrationTurn.take(other, Duration.ZERO)) {
            assertThat(turn).isNotNull();
            assertRefused(() -> migration().afterPropertiesSet(), "another portal is migrating", "KILL " + id(other));
            assertThat(locks(other)).isEqualTo(1);
        }
        migration().afterPropertiesSet();
        try (var connection = connection()) {
            assertThat(locks(connection)).isZero();
        }
    }

    @Test
    void the_turn_of_a_portal_ends_with_its_connection() throws SQLException {
        try (var first = connection();
                var second = connection()) {
            MigrationTurn.take(first, Duration.ZERO);
            assertRefused(() -> MigrationTurn.take(second, Duration.ZERO), "another portal is migrating");
            first.close();
            MigrationTurn.take(second, Duration.ofSeconds(5)).close();
        }
    }

    private void check(DatabaseLogins logins) {
        new StartCheck(logins, pool, true, CHANGELOG).accounts();
    }

    private Migration migration() {
        var migration = new Migration(
                new StartCheck(logins, pool, true, CHANGELOG),
                new EarlyEnd(() -> {}),
                owner,
                logins,
                CHANGELOG,
                Duration.ofSeconds(1));
        migration.setResourceLoader(new DefaultResourceLoader());
        return migration;
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                logins.url(), logins.owner().user(), logins.owner().password());
    }

    private static Login wrong(Login login) {
        return new Login(login.user(), "wrong", login.host());
    }

    private static void assertRefused(ThrowingCallable start, String... words) {
        assertThatThrownBy(start)
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("secret");
    }

    private static long id(Connection connection) throws SQLException {
        return number(connection, "select connection_id()");
    }

    private static long locks(Connection connection) throws SQLException {
        return number(connection, "select count(*) from DATABASECHANGELOGLOCK where locked");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
