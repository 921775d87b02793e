package io.throughline.people;

import static io.throughline.people.TestAccounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.people.credentials.PasswordHasher;
import io.throughline.people.credentials.Throttle;
import io.throughline.shared.Role;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class SignInIT {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired
    SignIn signIn;

    @Autowired
    Accounts accounts;

    @Autowired
    TestAccounts testAccounts;

    @Autowired
    Fixtures fixtures;

    @Autowired
    PasswordHasher hasher;

    @Autowired
    JdbcClient jdbc;

    private final String address = "10.0.0." + ADDRESSES.incrementAndGet();

    @Test
    void accepts_the_address_in_any_case_and_gives_a_device_secret_stored_as_hash_only() {
        var account = testAccounts.active(Role.MANAGER);

        var result = attempt(account.email().toUpperCase(Locale.ROOT), PASSWORD, null);

        assertThat(result).isInstanceOfSatisfying(SignInResult.Accepted.class, accepted -> {
            assertThat(accepted.principal().viewer().id())
                    .isEqualTo(account.viewer().id());
            assertThat(accepted.principal().viewer().roles()).containsExactly(Role.MANAGER);
            assertThat(jdbc.sql("select count(*) from known_device where token_hash = ?")
                            .param(accepted.newDevice())
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
        assertThat(jdbc.sql("select count(*) from known_device where account_id = ?")
                        .param(account.viewer().id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void one_person_signs_in_on_many_devices_at_the_same_moment() throws Exception {
        var account = testAccounts.active(Role.MANAGER);
        try (var threads = Executors.newFixedThreadPool(5)) {
            var attempts = IntStream.range(0, 5)
                    .mapToObj(i -> threads.submit(() -> attempt(account.email(), PASSWORD, null)))
                    .toList();
            for (var each : attempts) {
                assertThat(each.get()).isInstanceOf(SignInResult.Accepted.class);
            }
        }
        assertThat(jdbc.sql("select count(*) from known_device where account_id = ?")
                        .param(account.viewer().id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void costs_exactly_one_hash_evaluation_whoever_is_asked_for_and_answers_alike() {
        var active = testAccounts.active(Role.MANAGER);
        var disabled = testAccounts.active(Role.MANAGER);
        disable(disabled);
        var invited = invite();

        assertRefusedAtOneEvaluation("nobody-" + Fixtures.unique("x") + "@example.org", PASSWORD);
        assertRefusedAtOneEvaluation(active.email(), "a wrong password altogether");
        assertRefusedAtOneEvaluation(active.email(), "x".repeat(100_000));
        assertRefusedAtOneEvaluation(active.email(), "");
        assertRefusedAtOneEvaluation(disabled.email(), PASSWORD);
        assertRefusedAtOneEvaluation(invited, PASSWORD);
        var before = hasher.evaluations();
        assertThat(attempt(active.email(), PASSWORD, null)).isInstanceOf(SignInResult.Accepted.class);
        assertThat(hasher.evaluations() - before).isOne();
    }

    @Test
    void an_attacker_is_slowed_but_can_t_lock_out_a_device_the_account_knows() {
        var account = testAccounts.active(Role.MANAGER);
        var device = ((SignInResult.Accepted) attempt(account.email(), PASSWORD, null)).newDevice();

        for (int i = 0; i < 5; i++) {
            assertThat(attempt(account.email(), "guess number " + i, null)).isInstanceOf(SignInResult.Refused.class);
        }
        var before = hasher.evaluations();
        assertThat(attempt(account.email(), PASSWORD, null)).isInstanceOf(SignInResult.TooMany.class);
        assertThat(hasher.evaluations()).isEqualTo(before);

        assertThat(attempt(account.email(), PASSWORD, device))
                .isInstanceOfSatisfying(
                        SignInResult.Accepted.class,
                        accepted -> assertThat(accepted.newDevice()).isNull());
    }

    @Test
    void unknown_accounts_are_throttled_just_as_known_ones() {
        var nobody = Fixtures.unique("nobody").replace(' ', '-') + "@example.org";
        for (int i = 0; i < 5; i++) {
            assertThat(attempt(nobody, "guess number " + i, null)).isInstanceOf(SignInResult.Refused.class);
        }
        assertThat(attempt(nobody, "one more", null)).isInstanceOf(SignInResult.TooMany.class);
    }

    /** A refusal for the number of attempts is cheap for the server, and says nothing about who has an account. */
    @Test
    void throttled_attempts_cost_no_evaluation_whoever_is_asked_for() {
        var account = testAccounts.active(Role.MANAGER);
        var nobody = Fixtures.unique("nobody").replace(' ', '-') + "@example.org";
        assertThat(evaluationsOf(account.email(), 9))
                .isEqualTo(evaluationsOf(nobody, 9))
                .isEqualTo(5);

        var device = ((SignInResult.Accepted)
                        attempt(testAccounts.active(Role.MANAGER).email(), PASSWORD, null))
                .newDevice();
        var before = hasher.evaluations();
        assertThat(attempt(account.email(), PASSWORD, device)).isInstanceOf(SignInResult.TooMany.class);
        assertThat(hasher.evaluations())
                .as("a device another account knows opens no way around")
                .isEqualTo(before);
    }

    private long evaluationsOf(String email, int attempts) {
        var before = hasher.evaluations();
        for (int i = 0; i < attempts; i++) {
            attempt(email, "guess number " + i, null);
        }
        return hasher.evaluations() - before;
    }

    @Test
    void one_address_can_t_try_many_accounts() {
        SignInResult last = new SignInResult.Refused();
        for (int i = 0; i < 41; i++) {
            last = attempt("spray" + i + Fixtures.unique("-").replace(' ', '-') + "@example.org", "a guess", null);
        }
        assertThat(last).isInstanceOf(SignInResult.TooMany.class);
    }

    @Test
    void a_network_of_ipv6_counts_as_one_address() {
        assertThat(Throttle.network("2001:db8:1:2:3::4")).isEqualTo(Throttle.network("2001:db8:1:2:ffff::1"));
        assertThat(Throttle.network("2001:db8:1:2::4")).isNotEqualTo(Throttle.network("2001:db8:1:3::4"));
        assertThat(Throttle.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void a_disabling_and_a_role_change_are_seen_at_once() {
        var account = testAccounts.active(Role.MANAGER);
        var principal = ((SignInResult.Accepted) attempt(account.email(), PASSWORD, null)).principal();
        assertThat(signIn.recheck(principal)).containsSame(principal);

        var administrator = fixtures.administrator();
        var id = account.viewer().id();
        As.viewer(administrator, () -> {
            var seen = accounts.detail(id).orElseThrow();
            accounts.change(
                    id,
                    seen.version(),
                    new AccountData(seen.name(), seen.email(), java.util.Set.of(Role.TEAM_MEMBER), null));
        });
        assertThat(signIn.recheck(principal))
                .hasValueSatisfying(fresh -> assertThat(fresh.viewer().roles()).containsExactly(Role.TEAM_MEMBER));

        disable(account);
        assertThat(signIn.recheck(principal)).isEmpty();
        As.viewer(
                administrator,
                () -> accounts.enable(id, accounts.detail(id).orElseThrow().version()));
        assertThat(signIn.recheck(principal)).as("a session ended stays ended").isEmpty();
        assertThat(attempt(account.email(), PASSWORD, null)).isInstanceOf(SignInResult.Accepted.class);
    }

    private void assertRefusedAtOneEvaluation(String email, String password) {
        var before = hasher.evaluations();
        assertThat(attempt(email, password, null)).isEqualTo(new SignInResult.Refused());
        assertThat(hasher.evaluations() - before).isOne();
    }

    private SignInResult attempt(String email, String password, String device) {
        return As.anonymous(() -> signIn.signIn(email, password, device, address));
    }

    private void disable(TestAccounts.TestAccount account) {
        var id = account.viewer().id();
        As.viewer(
                fixtures.administrator(),
                () -> accounts.disable(id, accounts.detail(id).orElseThrow().version()));
    }

    private String invite() {
        var email = Fixtures.unique("invited").replace(' ', '-') + "@example.org";
        As.viewer(
                fixtures.administrator(),
                () -> accounts.create(
                        new AccountData("Invited", email, java.util.Set.of(Role.MANAGER), null), Locale.ENGLISH));
        return email;
    }
}
