package io.throughline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.people.link.LinkIssuer;
import io.throughline.people.link.ResetRequests;
import io.throughline.shared.DomainException;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.DatabaseCost;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class OneTimeLinksIT {

    private static final String NEW = "sextant oboe gravel lamp";

    @Autowired
    OneTimeLinks links;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIn signIn;

    @Autowired
    TestAccounts testAccounts;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LinkIssuer issuer;

    @Autowired
    ResetRequests requests;

    @Autowired
    DatabaseCost cost;

    @Autowired
    TransactionTemplate transaction;

    private Viewer administrator;

    @BeforeEach
    void administrator() {
        administrator = fixtures.administrator();
    }

    @Test
    void looking_doesn_t_burn_an_invitation_and_setting_a_password_does_once() {
        var invited = invite();
        var token = token(invited.url());

        for (int i = 0; i < 3; i++) {
            assertThat(links.peek(token))
                    .hasValueSatisfying(info -> assertThat(info.email()).isEqualTo(invited.email()));
        }
        assertThatThrownBy(() -> links.redeem(token, "short", Locale.ENGLISH))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(PeopleError.PASSWORD_TOO_SHORT));
        links.redeem(token, NEW, Locale.ENGLISH);

        assertThat(links.peek(token)).isEmpty();
        assertInvalid(() -> links.redeem(token, NEW, Locale.ENGLISH));
        assertThat(signIn.signIn(invited.email(), NEW, null, "10.1.0.1")).isInstanceOf(SignInResult.Accepted.class);
    }

    @Test
    void who_sets_a_first_password_goes_on_in_the_browser_s_language_unless_another_than_the_usual_was_chosen() {
        var usual = invite();
        var chosen = invite(Locale.GERMAN);

        links.redeem(token(usual.url()), NEW, Locale.GERMANY);
        links.redeem(token(chosen.url()), NEW, Locale.ENGLISH);

        assertThat(testAccounts.language(usual.person())).isEqualTo("de");
        assertThat(testAccounts.language(chosen.person())).isEqualTo("de");
    }

    @Test
    void a_language_the_portal_does_not_speak_and_a_forgotten_password_change_no_language() {
        var stranger = invite();

        links.redeem(token(stranger.url()), NEW, Locale.JAPANESE);
        assertThat(testAccounts.language(stranger.person())).isEqualTo("en");
        var forgotten = As.viewer(administrator, () -> accounts.releaseReset(stranger.person()));
        links.redeem(token(forgotten.url()), "gravel sextant lamp oboe", Locale.GERMAN);
        assertThat(testAccounts.language(stranger.person())).isEqualTo("en");
    }

    @Test
    void only_the_hash_of_a_token_is_stored() {
        var token = token(invite().url());

        assertThat(token).hasSize(43);
        assertThat(jdbc.sql("select count(*) from one_time_link where token_hash = ?")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from one_time_link where token_hash = ?")
                        .param(io.throughline.shared.Hashes.sha256(token))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_newer_link_replaces_the_older_and_an_old_one_expires() {
        var first = invite();
        var second = As.viewer(
                administrator,
                () -> accounts.invite(
                        first.person(),
                        accounts.detail(first.person()).orElseThrow().version()));

        assertThat(links.peek(token(first.url()))).isEmpty();
        assertThat(links.peek(token(second.url()))).isPresent();
        jdbc.sql("update one_time_link set expires_at = '2020-01-01' where account_id = ?")
                .param(first.person().value())
                .update();
        assertInvalid(() -> links.redeem(token(second.url()), NEW, Locale.ENGLISH));
    }

    @Test
    void without_mail_a_forgotten_password_waits_for_an_administrator_who_hands_out_a_link() {
        var account = testAccounts.active(Role.MANAGER);
        var principal = ((SignInResult.Accepted)
                        signIn.signIn(account.email(), TestAccounts.PASSWORD, null, "10.1.0.2"))
                .principal();

        links.forgot(account.email(), "10.1.0.2");
        links.forgot("nobody@example.org", "10.1.0.2");

        var id = account.viewer().id();
        await().untilAsserted(() -> assertThat(As.viewer(administrator, accounts::resetRequests))
                .extracting(ResetRequest::person)
                .contains(id));
        var link = As.viewer(administrator, () -> accounts.releaseReset(id));
        assertThat(As.viewer(administrator, accounts::resetRequests))
                .extracting(ResetRequest::person)
                .doesNotContain(id);
        links.redeem(token(link.url()), NEW, Locale.ENGLISH);
        assertThat(signIn.recheck(principal)).as("all sessions end").isEmpty();
        assertThat(signIn.signIn(account.email(), TestAccounts.PASSWORD, null, "10.1.0.2"))
                .isInstanceOf(SignInResult.Refused.class);
    }

    /** What is done about it shows in how long it takes: whoever asks must not wait for it. */
    @Test
    void asking_costs_the_asker_the_same_whether_there_is_an_account_or_not() {
        var account = testAccounts.active(Role.MANAGER);
        var known = cost.of(() -> links.forgot(account.email(), "10.1.0.4"));
        var unknown = cost.of(() -> links.forgot("nobody-at-all@example.org", "10.1.0.4"));
        assertThat(known).isEqualTo(unknown);
        await().untilAsserted(() ->
                assertThat(requests.since(account.viewer().id().value())).isPresent());
    }

    @Test
    void a_new_password_for_a_forgotten_one_makes_strangers_of_all_devices() {
        var account = testAccounts.active(Role.MANAGER);
        assertThat(signIn.signIn(account.email(), TestAccounts.PASSWORD, null, "10.1.0.5"))
                .isInstanceOf(SignInResult.Accepted.class);
        var id = account.viewer().id();
        links.redeem(
                token(As.viewer(administrator, () -> accounts.releaseReset(id)).url()), NEW, Locale.ENGLISH);
        assertThat(jdbc.sql("select count(*) from known_device where account_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void once_somebody_administers_no_link_makes_a_first_administrator() {
        testAccounts.active(Role.ADMINISTRATOR);
        var token = token(transaction
                .execute(status -> issuer.issue(null, LinkPurpose.FIRST_ADMIN, Duration.ofHours(1)))
                .url());

        assertThat(links.peek(token)).isEmpty();
        assertInvalid(() -> links.setUp(token, "Eve", "eve@example.org", NEW, Locale.ENGLISH));
    }

    private IssuedLink invite() {
        return invite(Locale.ENGLISH);
    }

    private IssuedLink invite(Locale language) {
        var email = Fixtures.unique("invited").replace(' ', '-') + "@example.org";
        return As.viewer(
                administrator,
                () -> accounts.create(new AccountData("Guest", email, Set.of(Role.MANAGER), null), language));
    }

    private static String token(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void assertInvalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(PeopleError.LINK_INVALID));
    }
}
