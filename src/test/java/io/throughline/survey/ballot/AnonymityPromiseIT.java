package io.throughline.survey.ballot;

import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.campaign.CampaignAccess;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The promise of anonymous surveys, from what somebody holds who has a dump of the whole database, or the application's
 * log: people answer in an order that is known, and neither tells whose answer is whose.
 */
@IntegrationTest
class AnonymityPromiseIT {

    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    @Autowired
    BallotFixtures made;

    @Autowired
    BallotCount count;

    @Autowired
    SurveyResults results;

    @Autowired
    CampaignAccess access;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcTemplate jdbc;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<BallotKey> keys = new ArrayList<>();
    private Level before;
    Viewer pm;
    OrganisationId north;
    OrganisationId south;
    List<Viewer> people;
    CampaignId campaign;
    List<String> canaries;

    @BeforeEach
    void asked() {
        pm = fixtures.projectManager();
        north = fixtures.organisation(Fixtures.unique("North"), "big");
        south = fixtures.organisation(Fixtures.unique("South"), "small");
        people = new ArrayList<>(made.customers(north, 5));
        people.addAll(made.customers(south, 5));
        campaign = made.published(pm, north, south);
        canaries = people.stream()
                .map(person -> "canary" + UUID.randomUUID().toString().replace("-", ""))
                .toList();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var house = (Logger) LoggerFactory.getLogger("io.throughline");
        before = house.getLevel();
        house.setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        ((Logger) LoggerFactory.getLogger("io.throughline")).setLevel(before);
    }

    /** One row of a dump. */
    private record Row(String table, Map<String, String> cells) {

        Set<String> ids() {
            return cells.values().stream()
                    .flatMap(cell -> UUIDS.matcher(cell).results())
                    .map(found -> found.group().toLowerCase(java.util.Locale.ROOT))
                    .collect(Collectors.toSet());
        }

        boolean says(String word) {
            return cells.values().stream().anyMatch(cell -> cell.contains(word));
        }
    }

    private void answer(int from, int to) {
        for (int at = from; at < to; at++) {
            keys.add(made.submitted(people.get(at), campaign, points(at, 100 - at), canaries.get(at)));
        }
    }

    @Test
    void a_dump_with_a_single_answer_in_it_opens_none() {
        answer(0, 1);
        keys.add(made.begun(people.get(1), campaign));
        var dump = dump();
        assertThat(dump).filteredOn(row -> row.table().equals("ballot")).isNotEmpty();
        assertThat(dump).noneMatch(row -> row.says(canaries.getFirst()));
        for (var key : keys) {
            assertThat(dump)
                    .noneMatch(
                            row -> row.says(key.code()) || row.says(key.code().replace(" ", "")));
        }
    }

    @Test
    void no_row_of_a_dump_leads_from_a_person_to_an_answer() {
        answer(0, 7);
        count.count(campaign);
        var open = dump();
        leadsNowhere(open);
        answer(7, 9);
        made.close(pm, campaign);
        count.count(campaign);
        As.viewer(pm, () -> results.report(campaign, ResultsFilter.NONE));
        var closed = dump();
        leadsNowhere(closed);

        var responses = of(closed, "response").stream()
                .filter(row -> row.ids().contains(campaign.value().toString()))
                .toList();
        assertThat(responses)
                .hasSize(9)
                .allSatisfy(row -> assertThat(row.cells()).doesNotContainKey("person_id"));
        assertThat(responses.stream()
                        .filter(row -> row.cells().containsKey("organisation_id"))
                        .collect(Collectors.groupingBy(
                                row -> row.cells().get("organisation_id"), Collectors.counting())))
                .allSatisfy(
                        (organisation, members) -> assertThat(members).isGreaterThanOrEqualTo(BallotFixtures.GROUP));
        for (var canary : canaries.subList(0, 9)) {
            assertThat(closed.stream().filter(row -> row.says(canary)).toList())
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.table()).isEqualTo("expression_text");
                        assertThat(row.cells()).doesNotContainKeys("person_id", "organisation_id");
                    });
        }
    }

    /** Follows every id of every person from row to row; what all of them share leads to everybody alike. */
    private void leadsNowhere(List<Row> dump) {
        var answers = new HashSet<String>();
        of(dump, "response").stream()
                .filter(row -> row.ids().contains(campaign.value().toString()))
                .forEach(row -> answers.add(row.cells().get("id")));
        of(dump, "ballot").stream()
                .filter(row -> row.ids().contains(campaign.value().toString()))
                .forEach(row -> answers.add(row.cells().get("id")));
        assertThat(answers).isNotEmpty();
        var shared = new HashSet<>(Set.of(
                campaign.value().toString(),
                access.campaign(campaign).surveyId().value().toString(),
                access.campaign(campaign).surveyVersion().value().toString(),
                pm.id().value().toString(),
                north.value().toString(),
                south.value().toString()));
        BallotFixtures.content()
                .questions()
                .forEach(question -> shared.add(question.id().value().toString()));
        var rows = new HashMap<String, List<Row>>();
        dump.forEach(row -> row.ids()
                .forEach(id ->
                        rows.computeIfAbsent(id, fresh -> new ArrayList<>()).add(row)));
        for (var person : people) {
            var seen = new HashSet<>(shared);
            var ways = new ArrayDeque<>(List.of(person.id().value().toString()));
            while (!ways.isEmpty()) {
                var id = ways.poll();
                if (seen.add(id)) {
                    assertThat(answers).as("reached from a person").doesNotContain(id);
                    rows.getOrDefault(id, List.of()).forEach(row -> ways.addAll(row.ids()));
                }
            }
        }
    }

    @Test
    void neither_ids_nor_times_tell_an_order() {
        answer(0, 9);
        var waiting = of(dump(), "ballot").stream()
                .filter(row -> row.ids().contains(campaign.value().toString()))
                .toList();
        assertThat(waiting).hasSize(9).allSatisfy(row -> random(row.cells().get("id")));
        made.close(pm, campaign);
        count.count(campaign);
        var dump = dump();
        var responses = of(dump, "response").stream()
                .filter(row -> row.ids().contains(campaign.value().toString()))
                .toList();
        assertThat(responses).hasSize(9).allSatisfy(row -> random(row.cells().get("id")));
        assertThat(responses.stream()
                        .flatMap(row -> java.util.stream.Stream.of(
                                row.cells().get("started_at"), row.cells().get("submitted_at")))
                        .distinct())
                .as("one time for all")
                .hasSize(1);
        var ids = responses.stream().map(row -> row.cells().get("id")).collect(Collectors.toSet());
        var words = of(dump, "expression_text").stream()
                .filter(row -> ids.contains(row.cells().get("response_id")))
                .toList();
        assertThat(words).hasSize(9).allSatisfy(row -> random(row.cells().get("id")));
        assertThat(words.stream().map(row -> row.cells().get("told_at")).distinct())
                .hasSize(1);
        assertThat(of(dump, "answer")).noneMatch(row -> ids.contains(row.cells().get("response_id")));
    }

    /** Whoever adds a column here asks first what it tells of whom: a time or a number that grows breaks the promise. */
    @Test
    void ballots_and_register_have_no_column_that_could_tell() {
        assertThat(columns("ballot_register"))
                .containsOnly(
                        Map.entry("campaign_id", "uuid"),
                        Map.entry("person_id", "uuid"),
                        Map.entry("state", "varchar"));
        assertThat(columns("ballot"))
                .containsOnly(
                        Map.entry("id", "uuid"),
                        Map.entry("campaign_id", "uuid"),
                        Map.entry("key_hash", "char"),
                        Map.entry("sealed", "tinyint"),
                        Map.entry("place", "varbinary"));
        assertThat(columns("ballot_answer"))
                .containsOnly(
                        Map.entry("ballot_id", "uuid"),
                        Map.entry("question_id", "uuid"),
                        Map.entry("content", "mediumblob"));
        assertThat(columns("ballot_place"))
                .containsOnly(Map.entry("response_id", "uuid"), Map.entry("place", "varbinary"));
        assertThat(jdbc.queryForList("""
                        select table_name from information_schema.tables
                        where table_schema = database() and table_name like 'ballot%'
                          and table_type = 'BASE TABLE' and auto_increment is null""", String.class))
                .as("no history, no counter")
                .containsExactlyInAnyOrder("ballot", "ballot_answer", "ballot_place", "ballot_register");
    }

    @Test
    void no_act_is_recorded_and_no_mail_sent_when_somebody_answers() {
        answer(0, 9);
        made.close(pm, campaign);
        count.count(campaign);
        var dump = dump();
        for (var person : people.subList(0, 9)) {
            var id = person.id().value().toString();
            assertThat(dump)
                    .filteredOn(row -> row.ids().contains(id))
                    .extracting(Row::table)
                    .containsOnlyOnce("ballot_register")
                    .doesNotContain("audit_entry", "audit_link", "mail", "EVENT_PUBLICATION");
        }
    }

    @Test
    void the_log_says_nothing_of_who_answers_what() {
        answer(0, 9);
        made.close(pm, campaign);
        count.count(campaign);
        var responses = of(dump(), "response").stream()
                .filter(row -> row.ids().contains(campaign.value().toString()))
                .map(row -> row.cells().get("id"))
                .toList();
        var secrets = new ArrayList<>(canaries);
        secrets.addAll(responses);
        keys.forEach(key -> secrets.addAll(List.of(key.code(), key.hash())));
        people.forEach(person -> secrets.addAll(List.of(person.id().value().toString(), person.name())));
        var mine = Thread.currentThread().getName();
        assertThat(log.list)
                .filteredOn(line -> line.getThreadName().equals(mine))
                .allSatisfy(line -> {
                    var written = line.getFormattedMessage() + line.getMDCPropertyMap() + line.getKeyValuePairs();
                    assertThat(secrets).noneMatch(written::contains);
                });
    }

    private static void random(String id) {
        assertThat(UUID.fromString(id).version())
                .as("an id without a time in it")
                .isEqualTo(4);
    }

    private static List<Row> of(List<Row> dump, String table) {
        return dump.stream().filter(row -> row.table().equals(table)).toList();
    }

    private Map<String, String> columns(String table) {
        var columns = new LinkedHashMap<String, String>();
        jdbc.query(
                """
                select column_name, data_type from information_schema.columns
                where table_schema = database() and table_name = ?""",
                row -> {
                    columns.put(row.getString(1), row.getString(2));
                },
                table);
        return columns;
    }

    /** All rows of all tables there are, as text; cells that are null left out. */
    private List<Row> dump() {
        var dump = new ArrayList<Row>();
        var tables = jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE'",
                String.class);
        assertThat(tables).contains("response", "ballot", "audit_entry", "EVENT_PUBLICATION", "mail");
        for (var table : tables) {
            jdbc.query("select * from `" + table + "`", row -> {
                var cells = new LinkedHashMap<String, String>();
                for (int at = 1; at <= row.getMetaData().getColumnCount(); at++) {
                    var value = row.getObject(at);
                    if (value != null) {
                        cells.put(
                                row.getMetaData().getColumnLabel(at),
                                value instanceof byte[] bytes
                                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                                        : row.getString(at));
                    }
                }
                dump.add(new Row(table, cells));
            });
        }
        return dump;
    }
}
