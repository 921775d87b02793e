package io.throughline.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/** The embedded server in a folder of its own: killed, found again, migrated forth and back. */
class EmbeddedDatabaseIT {

    private static final Path FOLDER = Path.of("target", "embedded-test");
    private static final String CHANGELOG = "db/changelog/db.changelog-master.yaml";

    @BeforeAll
    static void empty() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER.resolve("db"));
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_portal_is_killed_and_its_database_lives_on() throws Exception {
        var portal = start();
        var acknowledged = read(portal, 200);
        long database = databaseProcess();
        portal.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(ProcessHandle.of(database)).isPresent();
        assertThat(keptAfterRestart()).containsAll(acknowledged);
        assertThat(ProcessHandle.of(database).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_database_is_killed() throws Exception {
        var portal = start();
        var acknowledged = read(portal, 200);
        ProcessHandle.of(databaseProcess()).orElseThrow().destroyForcibly();
        acknowledged.addAll(read(portal, Integer.MAX_VALUE));
        assertThat(portal.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keptAfterRestart()).containsAll(acknowledged);
    }

    @Test
    void a_database_that_is_killed_alone_comes_back_by_itself_and_the_pool_finds_it() throws Exception {
        try (var database = database();
                var pool = DatabaseConfiguration.pool(
                        database.logins().url(), database.logins().owner(), "killed")) {
            var jdbc = JdbcClient.create(pool);
            jdbc.sql("create or replace table survives (id int primary key)").update();
            jdbc.sql("insert into survives values (1)").update();
            long killed = databaseProcess();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
                assertThat(jdbc.sql("select id from survives")
                                .query(Integer.class)
                                .list())
                        .containsExactly(1);
                assertThat(databaseProcess()).isNotEqualTo(killed);
            });
            jdbc.sql("drop table survives").update();
        }
        assertThat(FOLDER.resolve("run").resolve("bootstrap.sql")).doesNotExist();
        assertThat(FOLDER.resolve("run").resolve("db.pid")).doesNotExist();
    }

    @Test
    void one_that_was_still_starting_when_its_portal_was_killed_is_stopped_in_order() throws Exception {
        database().close();
        try (var folder = new DataFolder(FOLDER.toAbsolutePath())) {
            Files.writeString(folder.bootstrap(), "");
            var _ = ServerProcess.launch(
                    folder, "LD_LIBRARY_PATH", folder.run().resolve("starting.sock"), folder.bootstrap());
            var starting = ProcessHandle.current()
                    .children()
                    .filter(child -> Path.of(child.info().command().orElse("")).startsWith(folder.server()))
                    .findAny()
                    .orElseThrow();
            folder.stopLeftOver();
            assertThat(starting.isAlive()).isFalse();
        }
    }

    /** The library that unpacks the server would empty such a folder, and its script trips over the spaces. */
    @Test
    void data_in_the_system_s_temporary_folder_with_a_strange_name_outlives_a_restart() throws Exception {
        database().close();
        var folder = Files.createTempDirectory("throughline's data & more");
        try {
            Files.writeString(folder.resolve("throughline.folder"), "");
            FileSystemUtils.copyRecursively(FOLDER.resolve("server"), folder.resolve("server"));
            for (int start = 0; start < 2; start++) {
                try (var database = settled(EmbeddedDatabase.start(new DataFolder(folder)));
                        var connection = owner(database);
                        var statement = connection.createStatement()) {
                    statement.execute("create table if not exists kept (id int auto_increment primary key)");
                    statement.execute("insert into kept values ()");
                    try (var row = statement.executeQuery("select count(*) from kept")) {
                        row.next();
                        assertThat(row.getInt(1)).isEqualTo(start + 1);
                    }
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Two first starts side by side would take each other's tables away. */
    @Test
    void a_first_start_leaves_alone_what_another_server_has_in_the_system_s_temporary_folder() throws Exception {
        database().close();
        var anothers = Files.createTempFile("#sql-temptable-", ".MAI");
        var folder = Files.createTempDirectory("throughline-first");
        try {
            Files.writeString(folder.resolve("throughline.folder"), "");
            FileSystemUtils.copyRecursively(FOLDER.resolve("server"), folder.resolve("server"));
            settled(EmbeddedDatabase.start(new DataFolder(folder))).close();
            assertThat(anothers).exists();
        } finally {
            Files.deleteIfExists(anothers);
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Test
    void a_server_that_ends_while_it_starts_says_why_at_once() throws Exception {
        database().close();
        var folder = Files.createTempDirectory("throughline-damaged");
        try {
            Files.writeString(folder.resolve("throughline.folder"), "");
            FileSystemUtils.copyRecursively(FOLDER.resolve("server"), folder.resolve("server"));
            Files.createDirectories(folder.resolve("db").resolve("mysql"));
            Files.writeString(folder.resolve("db").resolve("ibdata1"), "nothing a server could read");
            assertThatThrownBy(() -> EmbeddedDatabase.start(new DataFolder(folder)))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("did not start (exit code")
                    .hasMessageContaining("[ERROR]");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Test
    void the_server_is_set_up_as_the_portal_needs_it_and_a_wrong_setting_is_named() throws Exception {
        try (var database = database();
                var connection = owner(database)) {
            assertThat(ServerCheck.settings(connection)).isEmpty();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select @@innodb_buffer_pool_size")) {
                row.next();
                assertThat(row.getLong(1)).isEqualTo(ServerProcess.atHand(memory()));
            }
            try (var statement = connection.createStatement()) {
                statement.execute("set session innodb_snapshot_isolation = off");
                statement.execute("set session transaction isolation level read committed");
            }
            assertThat(ServerCheck.settings(connection))
                    .hasSize(2)
                    .anyMatch(c -> c.contains("innodb_snapshot_isolation"))
                    .anyMatch(c -> c.contains("READ-COMMITTED, must be REPEATABLE-READ"));
            assertThat(ServerCheck.rights(DatabaseGrants.of(connection, EmbeddedDatabase.NAME)))
                    .as("the owner may do what the portal's account must not")
                    .singleElement()
                    .asString()
                    .contains("ALL PRIVILEGES");
        }
    }

    @Test
    void every_migration_can_be_rolled_back_and_made_again() throws Exception {
        try (var database = database();
                var connection = owner(database)) {
            var before = tables(connection);
            migrate(connection);
            var head = tables(connection);
            assertThat(head).contains("person", "audit_entry");
            keepsOldAnswers(connection);
            keepsTheNamesOfProjects(connection);
            keepsTheNamesOfDeliverables(connection);
            keepsWhatBecameOfACampaign(connection);
            var liquibase = liquibase(connection);
            liquibase.rollback(
                    liquibase.getDatabase().getRanChangeSetList().size(), new Contexts(), new LabelExpression());
            assertThat(tables(connection)).isEqualTo(before);
            migrate(connection);
            assertThat(tables(connection)).isEqualTo(head);
            refusesNewer(database.logins(), connection);
        }
    }

    /** What was published before there were campaigns keeps its answers, up and down. */
    private static void keepsOldAnswers(Connection connection) throws Exception {
        rollBackBefore("survey:6", connection);
        try (var statement = connection.createStatement()) {
            statement.execute("set @a = uuid(), @b = uuid(), @c = uuid(), @d = uuid(), @e = uuid()");
            for (var sql : OLD_SURVEY) {
                statement.execute(sql);
            }
        }
        migrate(connection);
        assertThat(one(connection, CAMPAIGN_OF_OLD)).isEqualTo("1 2026-01-02 2026-01-05 1 1");
        rollBackBefore("survey:6", connection);
        assertThat(one(connection, VERSION_OF_OLD)).isEqualTo("2026-01-02 2026-01-05 1 1");
        migrate(connection);
        assertThat(one(connection, CAMPAIGN_OF_OLD)).isEqualTo("1 2026-01-02 2026-01-05 1 1");
    }

    /** A project known by its English name only is known by all its names afterwards, and by the English one again before. */
    private static void keepsTheNamesOfProjects(Connection connection) throws Exception {
        rollBackBefore("backlog:25", connection);
        try (var statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0, @r = uuid(), @p = uuid()");
            statement.execute("""
                    insert into requirement (id, version, req_key, area_id, title, statement, fit_criterion, search_text, state,
                        content_version, effort_hours, cost, must, inputs, project_name, created_by, created_at)
                    values (@r, 0, 'REQ-900', uuid(), '{}', '', '', '', 'PLANNED', 1, 0, 0, 0, '{}', '"Better" streets', uuid(),
                        now(6))""");
            statement.execute("""
                    insert into requirement_status (id, requirement_id, number, status, project_name, needs_text, happened_at)
                    values (uuid(), @r, 1, 'PLANNED', '"Better" streets', 0, now(6))""");
            statement.execute("insert into requirement_hold values (@r, @p, now(6))");
            migrate(connection);
            assertThat(one(connection, NAMES_OF_PROJECT)).isEqualTo("\"Better\" streets, -, \"Better\" streets, -");
            rollBackBefore("plan:15", connection);
            statement.execute("""
                    insert into project (id, version, project_key, name, public_name, area_id, baseline_number, opened_by,
                        opened_at)
                    values (@p, 0, 'PRJ-900', 'n', '{"de": "Bessere Straßen", "en": "\\\\"Better\\\\" streets"}', uuid(), 0,
                        uuid(), now(6))""");
            migrate(connection);
            assertThat(one(connection, NAMES_OF_PROJECT))
                    .isEqualTo("\"Better\" streets, Bessere Straßen, \"Better\" streets, Bessere Straßen");
            rollBackBefore("backlog:25", connection);
            assertThat(one(connection, "select project_name from requirement where id = @r"))
                    .isEqualTo(one(connection, "select project_name from requirement_status where requirement_id = @r"))
                    .isEqualTo("\"Better\" streets");
            statement.execute("set foreign_key_checks = 1");
        }
        migrate(connection);
    }

    /** The one name of what was handed over becomes the English one, and one of them is the only one again before. */
    private static void keepsTheNamesOfDeliverables(Connection connection) throws Exception {
        rollBackBefore("delivery:6", connection);
        try (var statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0, @h = uuid(), @g = uuid()");
            statement.execute(HANDOVER.formatted("@h", "\"Map\" of works"));
            migrate(connection);
            assertThat(one(connection, "select json_value(public_name, '$.en') from handover where id = @h"))
                    .isEqualTo("\"Map\" of works");
            statement.execute(HANDOVER.formatted("@g", "{\"de\": \"Karte\"}"));
            statement.execute("commit");
            assertThatThrownBy(() -> statement.execute("update handover set note = 'changed'"))
                    .hasMessageContaining("insert-only");
            rollBackBefore("delivery:6", connection);
            assertThat(one(connection, "select group_concat(public_name order by public_name) from handover"))
                    .isEqualTo("\"Map\" of works,Karte");
            statement.execute("set foreign_key_checks = 1");
        }
        migrate(connection);
    }

    /** Words become those of the first language asked in, and of several languages one stands alone again before. */
    private static void keepsWhatBecameOfACampaign(Connection connection) throws Exception {
        rollBackBefore("survey:messages-by-language", connection);
        try (var statement = connection.createStatement()) {
            statement.execute("set @m = uuid(), @n = uuid()");
            statement.execute(MESSAGE.formatted("@m", "\"Trees\"\\nand shade"));
            migrate(connection);
            assertThat(one(connection, "select json_value(words, '$.en') from campaign_message where id = @m"))
                    .isEqualTo("\"Trees\"\nand shade");
            statement.execute(MESSAGE.formatted("@n", "{\"de\": \"Bäume\"}"));
            statement.execute("commit");
            assertThatThrownBy(() -> statement.execute("update campaign_message set words = '{}'"))
                    .hasMessageContaining("insert-only");
            rollBackBefore("survey:messages-by-language", connection);
            assertThat(one(connection, "select words from campaign_message where id = @m"))
                    .isEqualTo("\"Trees\"\nand shade");
            assertThat(one(connection, "select words from campaign_message where id = @n"))
                    .isEqualTo("Bäume");
        }
        migrate(connection);
    }

    /** Of the one campaign there is. */
    private static final String MESSAGE = """
            insert into campaign_message (id, campaign_id, words, sent_by, sent_at)
            select %s, c.id, '%s', c.published_by, now(6) from campaign c limit 1""";

    private static final String HANDOVER = """
            insert into handover (id, project_id, baseline_id, deliverable_id, number, public_name, project_name, note,
                delivered_by, delivered_at)
            values (%s, uuid(), uuid(), uuid(), 1, '%s', '{}', '', uuid(), now(6))""";

    private static final String NAMES_OF_PROJECT = """
            select concat_ws(', ', json_value(r.project_name, '$.en'), coalesce(json_value(r.project_name, '$.de'), '-'),
                             json_value(s.project_name, '$.en'), coalesce(json_value(s.project_name, '$.de'), '-'))
            from requirement r join requirement_status s on s.requirement_id = r.id where r.id = @r""";

    private static final List<String> OLD_SURVEY = List.of(
            "insert into organisation (id, version, name, segment, weight) values (@a, 0, 'Old', 'big', 2)",
            "insert into person (id, version, name, organisation_id) values (@b, 0, 'Ann', @a)",
            "insert into survey values (@c, 0, 'SUR-900', @b, 'PUBLISHED', '{}', now(6), now(6))",
            """
            insert into survey_version (id, version, survey_id, number, content, languages, opens_at, closes_at, closed_at,
                                        published_at, published_by)
            values (@d, 1, @c, 1, '{}', 'en', '2026-01-02', '2026-02-02', '2026-01-05', now(6), @b)""",
            "insert into survey_audience values (@d, @a, 'big', 2)",
            """
            insert into response (id, version, survey_version_id, person_id, organisation_id, started_at,
                                  submitted_revision, submitted_edits)
            values (@e, 0, @d, @b, @a, now(6), 1, 1)""");

    private static final String CAMPAIGN_OF_OLD = """
            select concat_ws(' ', c.number, date(c.opens_at), date(c.closed_at),
                             (select count(*) from response r where r.campaign_id = c.id),
                             (select count(*) from survey_audience a where a.campaign_id = c.id))
            from campaign c join survey_version v on v.id = c.survey_version_id where v.id = c.id""";

    private static final String VERSION_OF_OLD = """
            select concat_ws(' ', date(v.opens_at), date(v.closed_at),
                             (select count(*) from response r where r.survey_version_id = v.id),
                             (select count(*) from survey_audience a where a.survey_version_id = v.id))
            from survey_version v""";

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Undoes this change and all that were made after it. */
    private static void rollBackBefore(String change, Connection connection) throws Exception {
        var liquibase = liquibase(connection);
        var ran = liquibase.getDatabase().getRanChangeSetList().stream()
                .map(one -> one.getAuthor() + ":" + one.getId())
                .toList();
        liquibase.rollback(ran.size() - ran.indexOf(change), new Contexts(), new LabelExpression());
    }

    /** On the migrated database: a change this build doesn't know means that a later build was here. */
    private static void refusesNewer(DatabaseLogins logins, Connection connection) throws SQLException {
        var source = new SingleConnectionDataSource(connection, true);
        new StartCheck(logins, source, false, CHANGELOG).server(connection);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "insert into DATABASECHANGELOG (id, author, filename, dateexecuted, orderexecuted, exectype)"
                            + " values ('99', 'future', 'x', now(), 999, 'EXECUTED')");
        }
        assertThatThrownBy(() -> new StartCheck(logins, source, false, CHANGELOG).server(connection))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("newer version")
                .hasMessageContaining("future:99");
    }

    private static EmbeddedDatabase database() {
        return settled(EmbeddedDatabase.start(new DataFolder(FOLDER)));
    }

    /** As a portal that has let people in. */
    private static EmbeddedDatabase settled(EmbeddedDatabase database) {
        new FirstStart(database).start();
        return database;
    }

    private static Connection owner(EmbeddedDatabase database) throws SQLException {
        var logins = database.logins();
        return DriverManager.getConnection(
                logins.url(), logins.owner().user(), logins.owner().password());
    }

    private static Liquibase liquibase(Connection connection) throws Exception {
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        var liquibase = new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(), database);
        liquibase.setChangeLogParameter("app.user", "throughline_app");
        liquibase.setChangeLogParameter("app.host", "localhost");
        return liquibase;
    }

    private static void migrate(Connection connection) throws Exception {
        liquibase(connection).update(new Contexts(), new LabelExpression());
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select table_name from information_schema.tables"
                        + " where table_schema = database() and lower(table_name) not like 'databasechangelog%'"
                        + " and table_name <> 'kept' order by table_name")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static List<Integer> keptAfterRestart() throws SQLException {
        var kept = new ArrayList<Integer>();
        try (var database = database();
                var connection = owner(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from kept")) {
            while (rows.next()) {
                kept.add(rows.getInt(1));
            }
        }
        return kept;
    }

    private static Process start() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .replace(";", File.pathSeparator),
                        KilledWriter.class.getName(),
                        FOLDER.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static List<Integer> read(Process portal, int count) throws Exception {
        var numbers = new ArrayList<Integer>();
        var reader = new BufferedReader(new InputStreamReader(portal.getInputStream(), StandardCharsets.UTF_8));
        String line;
        while (numbers.size() < count && (line = reader.readLine()) != null) {
            if (line.startsWith("kept ")) {
                numbers.add(Integer.parseInt(line.substring(5)));
            }
        }
        return numbers;
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }

    private static long databaseProcess() throws Exception {
        return Long.parseLong(
                Files.readString(FOLDER.resolve("run").resolve("db.pid")).strip());
    }
}
