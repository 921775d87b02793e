package io.throughline.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.people.AccountData;
import io.throughline.people.AccountPrincipal;
import io.throughline.people.Accounts;
import io.throughline.people.SignIn;
import io.throughline.people.SignInResult;
import io.throughline.people.TestAccounts;
import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.shared.Role;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.HandClock;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.PersonalAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
class SecuritySessionFilterIT {

    @Autowired
    SignIn signIn;

    @Autowired
    PersonalAccess links;

    @Autowired
    Accounts accounts;

    @Autowired
    TestAccounts testAccounts;

    @Autowired
    Fixtures fixtures;

    private final HandClock clock = new HandClock(Instant.parse("2026-03-01T08:00:00Z"));
    private final MockHttpSession session = new MockHttpSession();
    private SecuritySessionFilter filter;
    private TestAccount account;
    private AccountPrincipal principal;

    @BeforeEach
    void signIn() {
        filter = new SecuritySessionFilter(
                signIn, links, new SecuritySettings.Session(Duration.ofMinutes(60), Duration.ofHours(12)), clock);
        account = testAccounts.active(Role.MANAGER);
        principal = ((SignInResult.Accepted) signIn.signIn(account.email(), TestAccounts.PASSWORD, null, "10.3.0.1"))
                .principal();
        SecuritySignedIn.start(session, principal.viewer().id(), clock.instant());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void heartbeats_and_the_push_channel_don_t_keep_an_idle_session_alive() throws Exception {
        for (int minute = 0; minute < 60; minute += 2) {
            assertThat(request(minute % 4 == 0 ? "heartbeat" : "push")).isNotNull();
            clock.pass(Duration.ofMinutes(2));
        }
        assertThat(request("heartbeat")).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void what_a_person_does_keeps_it_alive_but_not_beyond_the_absolute_limit() throws Exception {
        for (int hour = 0; hour < 24; hour++) {
            assertThat(request("uidl")).isNotNull();
            clock.pass(Duration.ofMinutes(30));
        }
        assertThat(request("uidl")).isNull();
    }

    @Test
    void a_role_change_is_in_force_at_the_next_request_of_any_kind() throws Exception {
        var id = account.viewer().id();
        As.viewer(fixtures.administrator(), () -> {
            var seen = accounts.detail(id).orElseThrow();
            accounts.change(
                    id, seen.version(), new AccountData(seen.name(), seen.email(), Set.of(Role.TEAM_MEMBER), null));
        });

        var after = request("push");

        assertThat(after).isNotNull();
        assertThat(after.getAuthorities()).extracting("authority").containsExactly("ROLE_TEAM_MEMBER");
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void a_disabling_ends_the_session_at_the_next_request_of_any_kind() throws Exception {
        var id = account.viewer().id();
        As.viewer(
                fixtures.administrator(),
                () -> accounts.disable(id, accounts.detail(id).orElseThrow().version()));

        assertThat(request("uidl")).isNull();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_session_without_its_stamp_of_sign_in_is_no_session() throws Exception {
        session.clearAttributes();
        assertThat(request("uidl")).isNull();
    }

    /** What the rest of the chain sees. */
    private @Nullable Authentication request(String kind) throws Exception {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.authorities()));
        SecurityContextHolder.setContext(context);
        var request = new MockHttpServletRequest("POST", "/");
        request.setParameter("v-r", kind);
        request.setSession(session);
        var seen = new AtomicReference<Authentication>();
        filter.doFilter(
                request,
                new MockHttpServletResponse(),
                (req, res) -> seen.set(SecurityContextHolder.getContext().getAuthentication()));
        return seen.get();
    }
}
