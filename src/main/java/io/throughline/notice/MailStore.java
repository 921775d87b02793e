package io.throughline.notice;

import io.throughline.shared.Ids;
import io.throughline.shared.PersonId;
import io.throughline.shared.mail.MailCount;
import io.throughline.shared.mail.MailOrder;
import io.throughline.shared.mail.MailState;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the outbox: one per person, kind, object and event. A server that sends claims some first, for a while:
 * whoever finds a claim run out may take the mail over, since its server must have died.
 */
@Component
class MailStore {

    /** Longer than the mail server is ever waited for. */
    static final Duration CLAIM = Duration.ofMinutes(5);

    /** Why a mail is withheld whose link was handed on by other ways. */
    static final String GIVEN_OUT = "mail.withheld.handed";

    /** Claimed by nobody, whatever the clocks of several servers say. */
    private static final LocalDateTime NOBODYS = column(Instant.EPOCH);

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    MailStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** @param attempts begun, this one included */
    record Claimed(MailId id, MailOrder order, int attempts) {}

    void add(Collection<MailOrder> orders, Instant now) {
        batch.batchUpdate(
                """
                insert ignore into mail (id, person_id, kind, about, event, state, due_at, ordered_at, claimed_until)
                values (?, ?, ?, ?, ?, 'WAITING', ?, ?, ?)""",
                orders.stream()
                        .map(order -> new Object[] {
                            Ids.next(),
                            order.to().value(),
                            order.kind(),
                            order.about(),
                            order.event(),
                            column(order.due()),
                            column(now),
                            NOBODYS
                        })
                        .toList());
    }

    List<MailCount> counts(UUID about) {
        return jdbc.sql("select kind, state, count(*) mails from mail where about = ? group by kind, state")
                .param(about)
                .query((row, number) -> new MailCount(
                        row.getString("kind"), MailState.valueOf(row.getString("state")), row.getInt("mails")))
                .list();
    }

    int settled(PersonId to, String kind, UUID about) {
        return jdbc.sql("""
                        select count(*) from mail
                        where person_id = ? and kind = ? and about = ? and state <> 'WAITING'""")
                .params(to.value(), kind, about)
                .query(Integer.class)
                .single();
    }

    /**
     * Takes at most so many that are due, those due longest first. Rows are locked by their ids alone, so that ordering
     * and recording never wait for it.
     */
    @Command
    List<Claimed> claim(int most, Instant now) {
        var due = jdbc.sql("""
                        select id from mail where state = 'WAITING' and due_at <= :now and claimed_until <= :now
                        order by due_at limit :most""")
                .param("now", column(now))
                .param("most", most)
                .query(UUID.class)
                .list();
        if (due.isEmpty()) {
            return List.of();
        }
        var claim = UUID.randomUUID();
        jdbc.sql("""
                        update mail set claim = :claim, claimed_until = :until, attempts = attempts + 1
                        where id in (:due) and state = 'WAITING' and claimed_until <= :now""")
                .param("claim", claim)
                .param("until", column(now.plus(CLAIM)))
                .param("due", due)
                .param("now", column(now))
                .update();
        return jdbc.sql("""
                        select id, person_id, kind, about, event, due_at, attempts from mail
                        where claim = ? order by due_at, id""").param(claim).query((row, number) -> claimed(row)).list();
    }

    /** Claims it anew right before it is sent. False if another server took it over: it is not ours any more. */
    @Command
    boolean renew(Claimed mail, Instant now) {
        return jdbc.sql("""
                                update mail set claimed_until = :until
                                where id = :id and state = 'WAITING' and attempts = :attempts""")
                        .param("until", column(now.plus(CLAIM)))
                        .param("id", mail.id().value())
                        .param("attempts", mail.attempts())
                        .update()
                == 1;
    }

    @Command
    void sent(Claimed mail, Instant now) {
        jdbc.sql("update mail set state = 'SENT', sent_at = ?, trouble = null, claim = null where id = ?")
                .params(column(now), mail.id().value())
                .update();
    }

    /** @param reason translation key */
    @Command
    void withhold(Claimed mail, String reason) {
        end(mail, MailState.WITHHELD, reason);
    }

    /** @param trouble in one word; never an address or a link */
    @Command
    void fail(Claimed mail, String trouble) {
        end(mail, MailState.FAILED, trouble);
    }

    private void end(Claimed mail, MailState state, String trouble) {
        jdbc.sql("update mail set state = ?, trouble = ?, claim = null where id = ?")
                .params(state.name(), trouble, mail.id().value())
                .update();
    }

    @Command
    void postpone(Claimed mail, Instant until, String trouble) {
        jdbc.sql("update mail set due_at = ?, claimed_until = ?, trouble = ?, claim = null where id = ?")
                .params(column(until), NOBODYS, trouble, mail.id().value())
                .update();
    }

    /** Lets one that was given up wait again. False if it isn't given up. */
    @Command
    boolean again(MailId id, Instant now) {
        return jdbc.sql("""
                                update mail set state = 'WAITING', attempts = 0, due_at = :now, claimed_until = :nobodys,
                                                trouble = null
                                where id = :id and state = 'FAILED'""")
                        .param("now", column(now))
                        .param("nobodys", NOBODYS)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Takes a waiting mail out, since its link was handed on by other ways. False if it isn't waiting. */
    @Command
    boolean handOn(MailId id) {
        return jdbc.sql("update mail set state = 'WITHHELD', trouble = ? where id = ? and state = 'WAITING'")
                        .params(GIVEN_OUT, id.value())
                        .update()
                == 1;
    }

    static MailOrder order(ResultSet row) throws SQLException {
        return new MailOrder(
                new PersonId(Columns.uuid(row, "person_id")),
                row.getString("kind"),
                Columns.uuid(row, "about"),
                row.getString("event"),
                Utc.instant(row, "due_at"));
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(new MailId(Columns.uuid(row, "id")), order(row), row.getInt("attempts"));
    }

    private static LocalDateTime column(Instant instant) {
        return Utc.column(instant.truncatedTo(ChronoUnit.MICROS));
    }
}
