package io.throughline.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.throughline.people.TestAccounts;
import io.throughline.shared.Ids;
import io.throughline.shared.Role;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.mail.AddressBook;
import io.throughline.shared.mail.MailOrder;
import io.throughline.shared.mail.MailState;
import io.throughline.shared.mail.MailWriter;
import io.throughline.shared.mail.Post;
import io.throughline.shared.mail.Recipient;
import io.throughline.support.HandClock;
import io.throughline.support.IntegrationTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails are sent at least once, and twice only where a server dies between the sending and its recording. */
@IntegrationTest
class PostmanIT {

    @Autowired
    Post post;

    @Autowired
    MailStore store;

    @Autowired
    AddressBook addresses;

    @Autowired
    Texts texts;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final HandClock clock = new HandClock(Instant.now());
    private final UUID about = Ids.next();
    private TestAccounts.TestAccount customer;

    @BeforeEach
    void aMailServer() {
        server.start();
        customer = accounts.active(Role.TEAM_MEMBER);
        // What other tests left waiting is not this one's.
        jdbc.sql("update mail set state = 'WITHHELD' where state = 'WAITING'").update();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void one_mail_per_person_and_event_is_sent_once() throws MessagingException {
        order("first", clock.instant());
        order("first", clock.instant());
        order("second", clock.instant());
        var postman = postman(sender());
        postman.goRound();
        postman.goRound();

        assertThat(received()).hasSize(2);
        assertThat(received().getFirst().getSubject()).isEqualTo("Thank you: Parks");
        assertThat(received().getFirst().getHeader("Message-ID")).hasSize(1);
        assertThat(states()).containsExactly(MailState.SENT, MailState.SENT);
        assertThat(post.counts(about)).singleElement().satisfies(count -> {
            assertThat(count.kind()).isEqualTo("survey.thanks");
            assertThat(count.mails()).isEqualTo(2);
        });
    }

    @Test
    void a_mail_is_not_sent_before_it_is_due() {
        order("later", clock.instant().plus(Duration.ofHours(1)));
        var postman = postman(sender());
        postman.goRound();
        assertThat(received()).isEmpty();

        clock.pass(Duration.ofHours(1));
        postman.goRound();
        assertThat(received()).hasSize(1);
    }

    @Test
    void an_order_is_kept_only_with_what_it_tells_of() {
        assertThatThrownBy(() -> post.order(List.of(orderOf("alone", clock.instant()))))
                .isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            post.order(List.of(orderOf("undone", clock.instant())));
            status.setRollbackOnly();
        });
        assertThat(states()).isEmpty();
    }

    @Test
    void a_server_that_dies_after_sending_makes_one_duplicate_with_the_same_message_id() throws MessagingException {
        order("first", clock.instant());
        order("second", clock.instant());
        var dying = new Dying(sender());
        assertThatThrownBy(() -> postman(dying).goRound()).isInstanceOf(Killed.class);
        assertThat(received()).hasSize(1);
        assertThat(states()).containsOnly(MailState.WAITING);

        var successor = postman(sender());
        successor.goRound();
        assertThat(received()).as("still claimed by the dead server").hasSize(1);
        clock.pass(MailStore.CLAIM.plusSeconds(1));
        successor.goRound();
        successor.goRound();

        assertThat(states()).containsOnly(MailState.SENT);
        var ids = new HashMap<String, Integer>();
        for (var mail : received()) {
            ids.merge(mail.getHeader("Message-ID")[0], 1, Integer::sum);
        }
        assertThat(ids.values()).as("none missing, one of the two twice").containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void a_server_that_dies_before_sending_loses_nothing_and_doubles_nothing() {
        order("first", clock.instant());
        assertThat(store.claim(50, clock.instant())).hasSize(1);

        clock.pass(MailStore.CLAIM.plusSeconds(1));
        postman(sender()).goRound();

        assertThat(received()).hasSize(1);
    }

    @Test
    void a_mail_another_server_took_over_is_left_to_it() {
        order("first", clock.instant());
        var late = store.claim(50, clock.instant()).getFirst();
        clock.pass(MailStore.CLAIM.plusSeconds(1));
        assertThat(store.claim(50, clock.instant())).hasSize(1);

        assertThat(store.renew(late, clock.instant())).isFalse();
    }

    @Test
    void several_servers_send_each_mail_once() throws Exception {
        for (int one = 0; one < 40; one++) {
            order("event-" + one, clock.instant());
        }
        int servers = 4;
        var start = new CyclicBarrier(servers);
        try (var pool = Executors.newFixedThreadPool(servers)) {
            var running = Stream.generate(() -> pool.submit(() -> {
                        start.await();
                        var postman = postman(sender());
                        for (int round = 0; round < 20; round++) {
                            postman.goRound();
                        }
                        return true;
                    }))
                    .limit(servers)
                    .toList();
            for (var one : running) {
                one.get();
            }
        }
        postman(sender()).goRound();

        assertThat(received()).hasSize(40);
        assertThat(states()).containsOnly(MailState.SENT);
    }

    @Test
    void what_the_mail_server_refuses_is_tried_again_later_and_given_up_in_the_end() {
        order("first", clock.instant());
        var postman = postman(sender());
        server.stop();
        postman.goRound();
        postman.goRound();
        assertThat(attempts()).as("not at once").isEqualTo(1);
        assertThat(states()).containsExactly(MailState.WAITING);

        for (int day = 0; day < 10; day++) {
            clock.pass(Duration.ofDays(1));
            postman.goRound();
        }
        assertThat(states()).containsExactly(MailState.FAILED);
        assertThat(attempts()).isEqualTo(8);
    }

    @Test
    void a_title_of_several_lines_forges_no_header() {
        order("forged", clock.instant());
        postman(sender(), Map.of("name", "Ann", "title", "Parks\r\nBcc: everybody@example.org"))
                .goRound();
        assertThat(received()).isEmpty();
        assertThat(states()).containsExactly(MailState.FAILED);
    }

    @Test
    void a_mail_that_can_not_be_written_now_keeps_no_other_waiting() {
        order("broken", clock.instant().minusSeconds(1));
        order("first", clock.instant());
        var postman = postmanWriting(sender(), order -> {
            if (order.event().equals("broken")) {
                throw new IllegalStateException("its room has trouble");
            }
        });
        postman.goRound();
        assertThat(received()).hasSize(1);
        assertThat(states()).containsExactlyInAnyOrder(MailState.WAITING, MailState.SENT);
        for (int day = 0; day < 10; day++) {
            clock.pass(Duration.ofDays(1));
            postman.goRound();
        }
        assertThat(states()).containsExactlyInAnyOrder(MailState.FAILED, MailState.SENT);
    }

    /** Its claim runs out, and the next round takes it again: neither an attempt with a pause nor a trace for each mail. */
    @Test
    void a_database_that_goes_away_in_between_ends_the_round() {
        order("lost", clock.instant());
        var lost = new CannotCreateTransactionException("no", new SQLTransientConnectionException("no connection"));

        assertThatThrownBy(() -> postmanWriting(sender(), order -> {
                            throw lost;
                        })
                        .goRound())
                .isSameAs(lost);
    }

    @Test
    void what_has_lost_its_reason_or_its_address_is_withheld() {
        order("first", clock.instant());
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(customer.viewer().id().value())
                .update();
        postman(sender()).goRound();
        assertThat(received()).isEmpty();
        assertThat(states()).containsExactly(MailState.WITHHELD);
    }

    private void order(String event, Instant due) {
        transaction.executeWithoutResult(status -> post.order(List.of(orderOf(event, due))));
    }

    private MailOrder orderOf(String event, Instant due) {
        return new MailOrder(customer.viewer().id(), "survey.thanks", about, event, due);
    }

    private List<MailState> states() {
        return jdbc.sql("select state from mail where about = ?")
                .param(about)
                .query((row, number) -> MailState.valueOf(row.getString(1)))
                .list();
    }

    private int attempts() {
        return jdbc.sql("select attempts from mail where about = ?")
                .param(about)
                .query(Integer.class)
                .single();
    }

    private List<MimeMessage> received() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private Postman postman(JavaMailSender sender) {
        return postman(sender, Map.of("name", "Ann", "title", "Parks"));
    }

    private Postman postman(JavaMailSender sender, Map<String, String> values) {
        return postman(sender, values, order -> {});
    }

    private Postman postmanWriting(JavaMailSender sender, Consumer<MailOrder> before) {
        return postman(sender, Map.of("name", "Ann", "title", "Parks"), before);
    }

    /** @param before runs before a mail is written; may throw */
    private Postman postman(JavaMailSender sender, Map<String, String> values, Consumer<MailOrder> before) {
        var all = new HashMap<>(values);
        all.put("closes", "tomorrow");
        all.put("link", "http://localhost:8080/my-needs");
        all.put("owner", "Bob");
        var letters = new Letters(List.of(new Writer(all, before)), texts);
        return new Postman(
                store,
                letters,
                addresses,
                new Only(sender),
                new NoticeSettings(URI.create("https://portal.example"), "portal@portal.example"),
                clock);
    }

    private JavaMailSender sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(server.getSmtp().getPort());
        return sender;
    }

    private record Writer(Map<String, String> values, Consumer<MailOrder> before) implements MailWriter {

        @Override
        public Set<String> kinds() {
            return Set.of("survey.thanks");
        }

        @Override
        public Written write(MailOrder order, Recipient to, boolean masked) {
            before.accept(order);
            return new Letter(values, new ObjectRef("survey", order.about()), false);
        }
    }

    /** Sends, and is killed before anybody can record it. */
    private static final class Dying extends JavaMailSenderImpl {

        private final JavaMailSender alive;

        Dying(JavaMailSender alive) {
            this.alive = alive;
        }

        @Override
        public void send(MimeMessage message) {
            alive.send(message);
            throw new Killed();
        }
    }

    private static final class Killed extends RuntimeException {}

    private record Only(JavaMailSender sender) implements ObjectProvider<JavaMailSender> {

        @Override
        public JavaMailSender getObject() {
            return sender;
        }

        @Override
        public JavaMailSender getIfAvailable() {
            return sender;
        }
    }
}
