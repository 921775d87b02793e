package io.throughline.people.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.notice.TestPost;
import io.throughline.notice.TestPost.Arrived;
import io.throughline.people.AccountData;
import io.throughline.people.Accounts;
import io.throughline.people.IssuedLink;
import io.throughline.people.OneTimeLinks;
import io.throughline.people.PeopleImport;
import io.throughline.people.TestAccounts;
import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Email;
import io.throughline.shared.Hashes;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.mail.AddressBook;
import io.throughline.shared.mail.MailCount;
import io.throughline.shared.mail.MailOrder;
import io.throughline.shared.mail.MailState;
import io.throughline.shared.mail.MailWriter.Letter;
import io.throughline.shared.mail.MailWriter.Withheld;
import io.throughline.shared.mail.Post;
import io.throughline.shared.mail.Recipient;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.HandClock;
import io.throughline.support.IntegrationTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations and links for forgotten passwords leave by the outbox: none is lost, and no row holds what opens one. */
@IntegrationTest
class AccountMailsIT {

    private static final String NEW = "sextant oboe gravel lamp";

    @Autowired
    Accounts accounts;

    @Autowired
    PeopleImport imports;

    @Autowired
    OneTimeLinks links;

    @Autowired
    LinkIssuer issuer;

    @Autowired
    AccountStore store;

    @Autowired
    ResetRequests requests;

    @Autowired
    AddressBook addresses;

    @Autowired
    Post post;

    @Autowired
    TestPost mails;

    @Autowired
    TestAccounts testAccounts;

    @Autowired
    Fixtures fixtures;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Viewer administrator;

    @BeforeEach
    void administrator() {
        administrator = fixtures.administrator();
        // What other tests left waiting is not this one's.
        jdbc.sql("update mail set state = 'WITHHELD' where state = 'WAITING'").update();
    }

    @Test
    void an_invitation_waits_for_the_mail_server_and_is_then_sent_once() {
        var invited = invite();

        mails.refuse();
        assertThat(states(invited.person())).containsExactly(MailState.WAITING);
        var arrived = mails.deliver(invited.email(), Duration.ofHours(1));
        assertThat(mails.deliver(invited.email(), Duration.ofHours(8))).isEmpty();

        assertThat(states(invited.person())).containsExactly(MailState.SENT);
        var mailed = token(arrived);
        assertThat(token(invited.url())).as("a link of the mail's own").isNotEqualTo(mailed);
        assertThat(links.peek(token(invited.url())))
                .as("shown to the administrator")
                .isPresent();
        assertThat(stored(mailed)).isZero();
        assertThat(stored(Hashes.sha256(mailed))).isOne();
        links.redeem(mailed, NEW, Locale.ENGLISH);
        assertThat(links.peek(token(invited.url()))).isEmpty();
    }

    @Test
    void a_portal_killed_after_sending_doubles_one_mail_with_one_message_id_and_either_link_works() {
        var invited = invite();

        var first = mails.deliverAndDie(invited.email());
        assertThat(mails.deliver(invited.email())).as("still the dead portal's").isEmpty();
        var second = mails.deliver(invited.email(), Duration.ofHours(1));
        assertThat(mails.deliver(invited.email(), Duration.ofHours(2))).isEmpty();

        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1);
        assertThat(second.getFirst().messageId()).isEqualTo(first.getFirst().messageId());
        assertThat(links.peek(token(second))).isPresent();
        links.redeem(token(first), NEW, Locale.ENGLISH);
        assertThat(links.peek(token(second))).isEmpty();
    }

    @Test
    void all_people_of_a_file_are_invited_by_mail() {
        var one = address();
        var other = address();
        var made = As.viewer(
                administrator,
                () -> imports.importAll(
                        "name,email,roles,organisation\nOne," + one + ",MANAGER,\nOther," + other + ",MANAGER,",
                        (done, all) -> {}));

        assertThat(made).hasSize(2);
        assertThat(mails.deliver(other)).hasSize(1);
        assertThat(made).allSatisfy(link -> assertThat(states(link.person())).containsExactly(MailState.SENT));
    }

    @Test
    void a_forgotten_password_s_mail_holds_a_link_of_one_hour_from_when_it_is_written() {
        var account = testAccounts.active(Role.MANAGER);
        forget(account.email());
        forget("nobody@example.org");
        var before = Instant.now();

        var arrived = mails.deliver(account.email());

        var token = token(arrived);
        assertThat(expiry(token)).isBetween(before.plus(Duration.ofMinutes(59)), before.plus(Duration.ofMinutes(61)));
        assertThat(requests.since(account.viewer().id().value())).isEmpty();
        links.redeem(token, NEW, Locale.ENGLISH);
    }

    @Test
    void asking_again_takes_back_the_link_of_before() {
        var account = testAccounts.active(Role.MANAGER);
        forget(account.email());
        var first = token(mails.deliver(account.email()));
        forget(account.email());
        var second = token(mails.deliver(account.email()));

        assertThat(links.peek(first)).isEmpty();
        assertThat(links.peek(second)).isPresent();
    }

    @Test
    void a_mail_that_can_leave_only_long_after_the_asking_is_withheld() {
        var account = testAccounts.active(Role.MANAGER);
        var clock = new HandClock(Instant.now());
        var letters = new AccountLetters(store, issuer, clock);
        var order = order(account.viewer().id(), AccountMails.RESET, clock.instant());
        var to = addresses.recipient(account.viewer().id()).orElseThrow();

        clock.pass(Duration.ofHours(24));
        assertThat(letters.write(order, to, true)).isInstanceOf(Letter.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(letters.write(order, to, true)).isEqualTo(new Withheld("mail.withheld.late"));
    }

    @Test
    void an_invitation_that_was_used_meanwhile_is_not_sent() {
        var invited = invite();
        links.redeem(token(invited.url()), NEW, Locale.ENGLISH);

        assertThat(mails.deliver(invited.email())).isEmpty();
        assertThat(states(invited.person())).containsExactly(MailState.WITHHELD);
    }

    @Test
    void no_link_is_made_for_an_address_that_changed_while_its_mail_was_written() {
        var invited = invite();
        var old = addresses.recipient(invited.person()).orElseThrow();
        As.viewer(administrator, () -> {
            var now = accounts.detail(invited.person()).orElseThrow();
            accounts.change(invited.person(), now.version(), new AccountData(now.name(), address(), now.roles(), null));
            return null;
        });
        var letters = new AccountLetters(store, issuer, Clock.systemUTC());

        assertThatThrownBy(() -> write(letters, invited.person(), old)).isInstanceOf(ConcurrencyFailureException.class);
        assertThat(jdbc.sql("select count(*) from one_time_link where account_id = ?")
                        .param(invited.person().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_an_administrator_reads_opens_nothing_and_makes_nothing() {
        var invited = invite();
        var letters = new AccountLetters(store, issuer, Clock.systemUTC());
        var to = addresses.recipient(invited.person()).orElseThrow();

        var letter = (Letter) letters.write(order(invited.person(), AccountMails.INVITATION, Instant.now()), to, true);

        assertThat(letter.values().get("link")).endsWith("/link/••••••••");
        assertThat(letter.releasable()).isTrue();
        assertThat(jdbc.sql("select count(*) from one_time_link where account_id = ?")
                        .param(invited.person().value())
                        .query(Integer.class)
                        .single())
                .as("the one shown when the account was made")
                .isOne();
    }

    private void write(AccountLetters letters, PersonId person, Recipient to) {
        transaction.executeWithoutResult(
                status -> letters.write(order(person, AccountMails.INVITATION, Instant.now()), to, false));
    }

    private static MailOrder order(PersonId to, String kind, Instant asked) {
        return new MailOrder(to, kind, to.value(), asked.toString(), asked);
    }

    private IssuedLink invite() {
        return As.viewer(
                administrator,
                () -> accounts.create(new AccountData("Guest", address(), Set.of(Role.MANAGER), null), Locale.ENGLISH));
    }

    private static String address() {
        return Fixtures.unique("invited").replace(' ', '-') + "@example.org";
    }

    /** As where a mail server is set. */
    private void forget(String email) {
        var delivering = new AccountMails(new Delivering(post), store, Clock.systemUTC());
        var forgotten = new ForgottenPasswords(store, requests, issuer, delivering, events, Clock.systemUTC());
        transaction.executeWithoutResult(status -> forgotten.help(Email.keyOf(email)));
    }

    private List<MailState> states(PersonId person) {
        return jdbc.sql("select state from mail where person_id = ?")
                .param(person.value())
                .query((row, number) -> MailState.valueOf(row.getString(1)))
                .list();
    }

    private int stored(String hash) {
        return jdbc.sql("select count(*) from one_time_link where token_hash = ?")
                .param(hash)
                .query(Integer.class)
                .single();
    }

    private Instant expiry(String token) {
        return jdbc.sql("select expires_at from one_time_link where token_hash = ?")
                .param(Hashes.sha256(token))
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
    }

    private static String token(List<Arrived> arrived) {
        assertThat(arrived).hasSize(1);
        return token(arrived.getFirst().path());
    }

    private static String token(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private record Delivering(Post post) implements Post {

        @Override
        public boolean delivers() {
            return true;
        }

        @Override
        public void order(Collection<MailOrder> orders) {
            post.order(orders);
        }

        @Override
        public List<MailCount> counts(UUID about) {
            return post.counts(about);
        }

        @Override
        public int settled(PersonId to, String kind, UUID about) {
            return post.settled(to, kind, about);
        }
    }
}
