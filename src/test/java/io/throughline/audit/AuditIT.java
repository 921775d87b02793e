package io.throughline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.audit.chain.TrailEntry;
import io.throughline.shared.Ids;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.DatabaseAbsence;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.HandClock;
import io.throughline.support.IntegrationTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class AuditIT {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DatabaseAbsence absence;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sealer sealer;

    @Autowired
    TrailStore store;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditProperties properties;

    @Autowired
    Fixtures fixtures;

    @Test
    void an_act_and_its_entry_are_stored_together_or_not_at_all() {
        var person = fixtures.administrator();
        var kept = new ObjectRef("person", Ids.next());
        var undone = new ObjectRef("person", Ids.next());
        publish(person, Act.of(ActKind.ACCOUNT_CREATED, kept).withHash("ab"));
        As.viewer(
                person,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    events.publishEvent(Act.of(ActKind.ACCOUNT_CREATED, undone));
                    status.setRollbackOnly();
                    return true;
                }));
        assertThat(entriesOn(kept)).isEqualTo(1);
        assertThat(entriesOn(undone)).isZero();
    }

    @Test
    void an_act_outside_a_writing_transaction_is_refused() {
        var act = Act.of(ActKind.ACCOUNT_CREATED, new ObjectRef("person", Ids.next()));
        assertThatThrownBy(() -> events.publishEvent(act)).isInstanceOf(IllegalStateException.class);
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        assertThatThrownBy(() -> reading.executeWithoutResult(status -> events.publishEvent(act)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_committed_is_sealed_and_the_trail_is_intact() throws Exception {
        var person = fixtures.projectManager();
        var ref = new ObjectRef("survey", Ids.next());
        publish(
                person,
                Act.of(ActKind.SURVEY_PUBLISHED, ref)
                        .onBehalfOf(fixtures.manager().id()));
        sealer.seal();
        assertThat(sealer.stopped()).isNull();
        var id = entryOn(ref);
        assertThat(jdbc.sql("select count(*) from audit_link where entry = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var verdict = inspect();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.sealed()).isPositive();
        assertThat(verdict.unsealed()).doesNotContain(id);
        assertThat(Files.readString(properties.anchors())).contains(id.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(properties.key())))
                .isEqualTo("rw-------");
    }

    /** An import makes as many accounts as its file has rows; what cannot be sealed would stop everything behind it. */
    @Test
    void an_act_on_thousands_of_objects_is_sealed_like_any_other() throws Exception {
        var people = Stream.generate(Ids::next)
                .limit(3_000)
                .map(id -> new ObjectRef("person", id))
                .toList();
        publish(fixtures.administrator(), new Act(ActKind.PEOPLE_IMPORTED, people, null, null));
        sealer.seal();
        assertThat(sealer.stopped()).isNull();
        assertThat(inspect().unsealed()).doesNotContain(entryOn(people.getLast()));
    }

    @Test
    void what_was_stored_while_nothing_could_be_sealed_is_not_passed_over() {
        var clock = new HandClock(Instant.now());
        var late = new Sealer(store, transactions, absence, clock, properties);
        await().untilAsserted(() -> sealed(late));
        var entry = new TrailEntry(
                Ids.next(),
                ActKind.NEED_TOLD.name(),
                null,
                null,
                List.of(new ObjectRef("person", Ids.next())),
                null,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql("""
                        insert into audit_entry (id, act, objects, at, stored_at)
                        values (?, ?, ?, ?, current_timestamp(6) - interval 3 hour)""")
                .params(
                        entry.id(),
                        entry.act(),
                        "[{\"kind\":\"person\",\"id\":\"%s\"}]"
                                .formatted(entry.objects().getFirst().id()),
                        LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .update();
        clock.pass(Duration.ofHours(3));
        await().untilAsserted(() -> {
            sealed(late);
            assertThat(inspect().unsealed()).doesNotContain(entry.id());
        });
    }

    /** The portal's own sealer holds the lock now and then. */
    private static void sealed(Sealer sealer) {
        sealer.wake();
        sealer.seal();
        assertThat(sealer.stopped()).isNull();
    }

    @Test
    void administrators_are_told_that_sealing_has_stopped(@TempDir Path home) throws Exception {
        var noFolder = Files.createFile(home.resolve("file")).resolve("anchors");
        var stuck = new Sealer(
                store,
                transactions,
                absence,
                new HandClock(Instant.now()),
                new AuditProperties(properties.key(), noFolder));
        stuck.seal();
        var waiting = new AuditWaiting(stuck);
        assertThat(waiting.waitingFor(fixtures.administrator())).hasSize(1);
        assertThat(waiting.waitingFor(fixtures.manager())).isEmpty();
        assertThat(new AuditWaiting(sealer).waitingFor(fixtures.administrator()))
                .isEmpty();
    }

    @Test
    void acts_of_many_at_once_make_one_chain_without_gaps() throws Exception {
        var person = fixtures.administrator();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 60; i++) {
                int number = i;
                threads.execute(() -> {
                    publish(person, Act.of(ActKind.ACCOUNT_CREATED, new ObjectRef("person", Ids.next())));
                    if (number % 5 == 0) {
                        sealer.seal();
                    }
                });
            }
        }
        sealer.seal();
        assertThat(sealer.stopped()).isNull();
        assertThat(inspect().findings()).isEmpty();
        assertThat(jdbc.sql("select max(sequence) - count(*) from audit_link")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_changes_or_removes_an_entry() {
        for (var table : new String[] {"audit_entry", "audit_link", "audit_anchor"}) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table).update()).hasStackTraceContaining("denied");
            assertThatThrownBy(() -> jdbc.sql("truncate table " + table).update())
                    .hasStackTraceContaining("denied");
        }
        assertThatThrownBy(() -> jdbc.sql("update audit_entry set act = 'X'").update())
                .hasStackTraceContaining("denied");
    }

    @Test
    void an_entry_is_read_only_by_who_may_read_all_its_objects() {
        var administrator = fixtures.administrator();
        var other = fixtures.administrator();
        var customer = fixtures.customer();
        var object = new ObjectRef("person", customer.id().value());
        publish(administrator, Act.of(ActKind.ROLES_CHANGED, object));
        publish(administrator, Act.of(ActKind.ROLES_CHANGED, object, new ObjectRef("secret", Ids.next())));
        assertThat(linesBy(other, administrator)).hasSize(1).allSatisfy(line -> {
            assertThat(line.actor()).isEqualTo(administrator.name());
            assertThat(line.objects().getFirst().title()).isEqualTo(customer.name());
        });
        assertThat(linesBy(customer, administrator)).hasSize(1);
        assertThat(linesBy(administrator, administrator)).hasSize(2);
        assertThat(linesBy(fixtures.projectManager(), administrator)).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_repeating_or_losing_a_line() {
        var person = fixtures.administrator();
        for (int i = 0; i < 7; i++) {
            publish(person, Act.of(ActKind.PEOPLE_IMPORTED));
        }
        As.viewer(person, () -> {
            var filter = new AuditFilter(ActKind.PEOPLE_IMPORTED, null, null);
            var all = trail.entries(filter, null, 200).lines();
            var first = trail.entries(filter, null, 3);
            var second = trail.entries(filter, first.next(), 3);
            assertThat(all).hasSizeGreaterThanOrEqualTo(7);
            assertThat(first.lines()).isEqualTo(all.subList(0, 3));
            assertThat(second.lines()).isEqualTo(all.subList(3, 6));
        });
    }

    @Test
    void the_verdict_is_told_with_an_exit_code() {
        var out = new ByteArrayOutputStream();
        sealer.seal();
        assertThat(VerifyAudit.tell(inspect(), new PrintStream(out))).isZero();
        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).contains("none touched");
    }

    private io.throughline.audit.chain.Verdict inspect() {
        return TrailInspection.of(jdbc, new TransactionTemplate(transactions), properties);
    }

    private java.util.List<AuditLine> linesBy(Viewer reader, Viewer actor) {
        return As.viewer(
                reader,
                () -> trail.entries(AuditFilter.ALL, null, 200).lines().stream()
                        .filter(line -> actor.name().equals(line.actor()))
                        .toList());
    }

    private void publish(Viewer viewer, Act act) {
        As.viewer(
                viewer,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(act)));
    }

    private int entriesOn(ObjectRef ref) {
        return jdbc.sql("select count(*) from audit_entry where objects like ?")
                .param("%" + ref.id() + "%")
                .query(Integer.class)
                .single();
    }

    private UUID entryOn(ObjectRef ref) {
        return jdbc.sql("select id from audit_entry where objects like ?")
                .param("%" + ref.id() + "%")
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }
}
