package io.throughline.survey.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.notice.TestPost;
import io.throughline.people.TestAccounts;
import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Dump;
import io.throughline.support.Dumps;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.support.LogBook;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.campaign.CampaignDesk;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The promise of anonymous surveys, from what somebody holds who has dumps of the whole database and the application's whole
 * log: people answer over HTTP in an order that is known, by accounts and by personal links, and neither tells whose answer is
 * whose.
 */
@IntegrationTest
class AnonymityPromiseIT {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}");

    @Autowired
    BallotFixtures made;

    @Autowired
    BallotCount count;

    @Autowired
    SurveyResults results;

    @Autowired
    CampaignAccess access;

    @Autowired
    CampaignDesk desk;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestPost post;

    @Autowired
    Dumps dumps;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    private LogBook log;
    private final List<BallotKey> keys = new ArrayList<>();
    private final List<BallotVisit> visits = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    Viewer pm;
    OrganisationId north;
    OrganisationId south;
    List<TestAccount> people;
    CampaignId campaign;
    List<String> canaries;
    Dump before;
    Instant began;

    @BeforeEach
    void asked() {
        pm = fixtures.projectManager();
        north = fixtures.organisation(Fixtures.unique("North"), "big");
        south = fixtures.organisation(Fixtures.unique("South"), "small");
        people = Stream.of(north, north, north, north, north, south, south, south, south, south)
                .map(home -> accounts.active(home, Role.CUSTOMER))
                .toList();
        campaign = made.mailed(pm, north, south);
        canaries = people.stream()
                .map(person -> "canary" + UUID.randomUUID().toString().replace("-", ""))
                .toList();
    }

    /** Everybody has the first page open: every other one by an account, the others by the links of their mails. */
    private void enter() throws Exception {
        var mails = post.deliver().stream().collect(Collectors.toMap(mail -> mail.to(), mail -> mail, (one, _) -> one));
        log = new LogBook(environment);
        for (int at = 0; at < people.size(); at++) {
            var person = people.get(at);
            var link = mails.get(person.email()).path();
            links.add(link);
            visits.add(
                    at % 2 == 0
                            ? BallotVisit.signedIn(port, person, campaign)
                            : BallotVisit.byLink(port, link, campaign));
        }
        before = dumps.take();
        began = Instant.now();
    }

    @AfterEach
    void listenNoMore() {
        if (log != null) {
            log.close();
        }
    }

    private void answer(int from, int to) throws Exception {
        for (int at = from; at < to; at++) {
            keys.add(visits.get(at).begin());
            visits.get(at).give(at, canaries.get(at));
            visits.get(at).submit();
        }
    }

    @Test
    void one_answer_changes_the_register_and_the_ballots_and_nothing_else() throws Exception {
        enter();
        keys.add(visits.getFirst().begin());
        visits.getFirst().give(60, canaries.getFirst());
        var begun = dumps.take();
        visits.getFirst().submit();
        var submitted = dumps.take();

        assertThat(begun.of("ballot", campaign.value())).hasSize(1);
        assertThat(submitted.of("ballot", campaign.value()))
                .singleElement()
                .satisfies(row -> assertThat(row.cell("sealed")).isEqualTo("1"));
        for (var dump : List.of(begun, submitted)) {
            assertThat(dump.since(before))
                    .extracting(Dump.Row::table)
                    .containsOnly("ballot_register", "ballot", "ballot_answer");
            assertThat(dump.counters()).isEqualTo(before.counters());
            opensNothing(dump);
        }
    }

    /** Neither what was said nor what opens it stands in it. */
    private void opensNothing(Dump dump) {
        canaries.forEach(canary -> assertThat(dump.says(canary)).isFalse());
        keys.forEach(key ->
                assertThat(Stream.of(key.code(), key.code().replace(" ", ""))).noneMatch(dump::says));
    }

    @Test
    void no_dump_leads_from_a_person_to_an_answer_nor_tells_an_order() throws Exception {
        enter();
        answer(0, 4);
        var waiting = dumps.take();
        opensNothing(waiting);
        leadsNowhere(waiting);
        var counting = Instant.now();
        count.count(campaign);
        var first = dumps.take();
        leadsNowhere(first);
        tellsNoOrder(first, counting);

        answer(4, 9);
        var between = dumps.take();
        leadsNowhere(between);
        assertThat(between.of("ballot", campaign.value()))
                .as("enough between two dumps")
                .hasSize(6);
        assertThat(between.since(before))
                .filteredOn(row -> people.stream()
                        .anyMatch(person ->
                                row.ids().contains(plain(person.viewer().id().value()))))
                .as("no act is recorded, nobody thanked")
                .extracting(Dump.Row::table)
                .containsOnly("ballot_register");
        var again = Instant.now();
        count.count(campaign);
        made.close(pm, campaign);
        count.count(campaign);
        As.viewer(pm, () -> results.report(campaign, ResultsFilter.NONE));
        As.viewer(pm, () -> desk.tellOutcome(campaign, SurveyFixtures.text("We plant trees.")));
        post.deliver();
        var closed = dumps.take();
        leadsNowhere(closed);
        tellsNoOrder(closed, counting);
        var given = answers(closed);
        assertThat(times(closed.since(first).stream()
                        .filter(row -> !Collections.disjoint(given, row.ids()))
                        .toList()))
                .as("nothing of the later ones says when, but when they were counted")
                .noneMatch(time -> time.isAfter(counting.plusSeconds(1)) && time.isBefore(again));

        var responses = closed.of("response", campaign.value());
        assertThat(responses)
                .hasSize(9)
                .allSatisfy(row -> assertThat(row.cells()).doesNotContainKey("person_id"));
        assertThat(responses.stream()
                        .filter(row -> row.cells().containsKey("organisation_id"))
                        .collect(Collectors.groupingBy(row -> row.cell("organisation_id"), Collectors.counting())))
                .allSatisfy(
                        (organisation, members) -> assertThat(members).isGreaterThanOrEqualTo(BallotFixtures.GROUP));
        for (var canary : canaries.subList(0, 9)) {
            assertThat(closed.rows().stream().filter(row -> row.says(canary)).toList())
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.table()).isEqualTo("expression_text");
                        assertThat(row.cells()).doesNotContainKeys("person_id", "organisation_id");
                    });
        }
    }

    /** By what a ballot, and a response made of one, is known. */
    private Set<String> answers(Dump dump) {
        return Stream.of("response", "ballot")
                .flatMap(table -> dump.of(table, campaign.value()).stream())
                .map(row -> row.cell("id").replace("-", ""))
                .collect(Collectors.toSet());
    }

    /**
     * Follows everything that could join rows, ids, times, hashes, addresses and locked values, from the persons' rows to
     * row; what as many people as a group, or as many answers, have in common leads to everybody alike.
     */
    private void leadsNowhere(Dump dump) {
        var answers = answers(dump);
        assertThat(answers).isNotEmpty();
        var rows = new HashMap<String, List<Dump.Row>>();
        dump.rows()
                .forEach(row -> row.joints()
                        .forEach(joint -> rows.computeIfAbsent(joint, _ -> new ArrayList<>())
                                .add(row)));
        var persons = people.stream()
                .map(person -> plain(person.viewer().id().value()))
                .toList();
        var shared = new HashSet<>(Stream.of(
                        campaign.value(),
                        access.campaign(campaign).surveyId().value(),
                        access.campaign(campaign).surveyVersion().value(),
                        pm.id().value(),
                        north.value(),
                        south.value())
                .map(AnonymityPromiseIT::plain)
                .toList());
        BallotFixtures.content()
                .questions()
                .forEach(question -> shared.add(plain(question.id().value())));
        shared.addAll(common(persons, rows));
        shared.addAll(common(answers, rows));
        var seen = new HashSet<>(shared);
        Set<Dump.Row> followed = Collections.newSetFromMap(new IdentityHashMap<>());
        var ways = new ArrayDeque<>(persons);
        while (!ways.isEmpty()) {
            var joint = ways.poll();
            if (seen.add(joint)) {
                assertThat(answers).as("reached from a person").doesNotContain(joint);
                rows.getOrDefault(joint, List.of()).stream()
                        .filter(followed::add)
                        .forEach(row -> ways.addAll(row.joints()));
            }
        }
    }

    private static Set<String> common(Collection<String> some, Map<String, List<Dump.Row>> rows) {
        var having = new HashMap<String, Set<String>>();
        some.forEach(one -> rows.getOrDefault(one, List.of())
                .forEach(row -> row.joints()
                        .forEach(joint -> having.computeIfAbsent(joint, _ -> new HashSet<>())
                                .add(one))));
        return having.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= BallotFixtures.GROUP)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String plain(Object id) {
        return id.toString().replace("-", "");
    }

    /**
     * Rows lie by keys that are random, and what stands beside an answer says when it was counted, with others, but not when it
     * was given.
     */
    private void tellsNoOrder(Dump dump, Instant counting) {
        for (var table : List.of("ballot", "response")) {
            byChance(dump.of(table, campaign.value()));
        }
        var responses = dump.of("response", campaign.value()).stream()
                .map(row -> row.cell("id"))
                .collect(Collectors.toSet());
        assertThat(dump.of("response", campaign.value()).stream()
                        .flatMap(row -> Stream.of(row.cell("started_at"), row.cell("submitted_at")))
                        .distinct())
                .as("one time for all")
                .hasSize(1);
        var words = dump.of("expression_text").stream()
                .filter(row -> responses.contains(row.cell("response_id")))
                .toList();
        assertThat(words).hasSize(responses.size());
        byChance(words);
        assertThat(words.stream().map(row -> row.cell("told_at")).distinct()).hasSize(1);
        assertThat(dump.of("answer")).noneMatch(row -> responses.contains(row.cell("response_id")));
        var meant = new HashSet<>(answers(dump));
        words.forEach(one -> meant.add(plain(one.cell("id"))));
        var beside = dump.rows().stream()
                .filter(row -> !Collections.disjoint(meant, row.ids()))
                .toList();
        assertThat(times(beside)).noneMatch(time -> time.isAfter(began) && time.isBefore(counting));
    }

    /** All that rows say of when, in times and in ids that grow. */
    private static List<Instant> times(List<Dump.Row> rows) {
        var times = new ArrayList<Instant>();
        for (var row : rows) {
            row.cells().values().stream()
                    .filter(MOMENT.asMatchPredicate())
                    .map(cell -> LocalDateTime.parse(cell.replace(' ', 'T')).toInstant(ZoneOffset.UTC))
                    .forEach(times::add);
            row.ids().stream()
                    .filter(id -> id.charAt(12) == '7')
                    .map(id -> Instant.ofEpochMilli(Long.parseLong(id.substring(0, 12), 16)))
                    .forEach(times::add);
        }
        return times;
    }

    /** Their ids are random, and they lie in the order in which the database sorts those: by the last digits first. */
    private static void byChance(List<Dump.Row> rows) {
        assertThat(rows).extracting(row -> row.cell("id").substring(24)).isSorted();
        assertThat(rows)
                .allSatisfy(row -> assertThat(UUID.fromString(row.cell("id")).version())
                        .as("an id without a time in it")
                        .isEqualTo(4));
    }

    @Test
    void neither_the_log_nor_what_the_portal_says_to_others_tells_who_answered_what() throws Exception {
        enter();
        answer(0, 9);
        keys.add(visits.getLast().begin());
        visits.getLast().stumble(canaries.getLast());
        var waiting = dumps.take();
        count.count(campaign);
        made.close(pm, campaign);
        count.count(campaign);
        As.viewer(pm, () -> results.report(campaign, ResultsFilter.NONE));
        var closed = dumps.take();

        var secrets = new ArrayList<>(canaries);
        for (var dump : List.of(waiting, closed)) {
            Stream.of("ballot", "response", "expression_text")
                    .flatMap(table -> dump.since(before).stream()
                            .filter(row -> row.table().equals(table))
                            .map(row -> row.cell("id")))
                    .forEach(secrets::add);
        }
        for (int at = 0; at < keys.size(); at++) {
            var key = keys.get(at);
            secrets.addAll(List.of(key.code(), key.hash(people.get(at).viewer().id())));
        }
        people.forEach(person ->
                secrets.addAll(List.of(plainId(person), person.viewer().name(), person.email())));
        links.forEach(link -> secrets.add(link.substring(link.lastIndexOf('/') + 1)));
        visits.forEach(visit -> secrets.addAll(visit.cookies()));
        assertThat(secrets).hasSizeGreaterThan(60).noneMatch(String::isBlank);
        assertThat(log.lines())
                .as("what goes wrong is told")
                .anyMatch(line -> line.contains("Incident"))
                .allSatisfy(line -> assertThat(secrets).noneMatch(line::contains));
        for (int at = 0; at < keys.size(); at++) {
            var own = keys.get(at).code();
            assertThat(visits.get(at).heard()).contains(own);
            for (int other = 0; other < keys.size(); other++) {
                if (at != other) {
                    assertThat(visits.get(at).heard())
                            .doesNotContain(canaries.get(other), keys.get(other).code());
                }
            }
        }
    }

    private static String plainId(TestAccount person) {
        return person.viewer().id().value().toString();
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
                        select concat(lower(table_type), ' ', table_name, if(auto_increment is null, '', ', counted'))
                        from information_schema.tables
                        where table_schema = database() and table_name like 'ballot%' and table_type <> 'VIEW'""", String.class))
                .as("no history, no counter")
                .containsExactlyInAnyOrder(
                        "base table ballot",
                        "base table ballot_answer",
                        "base table ballot_place",
                        "base table ballot_register");
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
}
