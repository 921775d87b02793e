package io.throughline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.vaadin.flow.server.VaadinSession;
import io.throughline.backlog.Areas;
import io.throughline.people.AccountData;
import io.throughline.people.Accounts;
import io.throughline.people.Organisations;
import io.throughline.people.Profiles;
import io.throughline.people.TestAccounts;
import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.shared.Role;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.FlowClient;
import io.throughline.support.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tabs that stay open while the world changes, and tabs that say what no browser would. */
@IntegrationTest
class OpenTabsIT {

    private static final int MUTATIONS = 500;
    private static final Pattern INSIDES =
            Pattern.compile("\\bat (io|org|com|java)\\.|[a-z]+\\.[a-z]+\\.[A-Z]\\w+(Exception|Error)\\b|SQLSTATE");
    private static final String NAVIGATE = """
            {"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"","appShellTitle":"",
             "historyState":{"idx":0},"trigger":""}}""";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts testAccounts;

    @Autowired
    Accounts accounts;

    @Autowired
    Profiles profiles;

    @Autowired
    Organisations organisations;

    @Autowired
    Areas areas;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Test
    void after_a_disabling_the_next_message_of_every_open_tab_is_refused() throws Exception {
        var account = testAccounts.active(Role.MANAGER);
        var desktop = tab(account, "organisations");
        var phone = tab(account, "");
        var id = account.viewer().id();

        As.viewer(
                fixtures.administrator(),
                () -> accounts.disable(id, accounts.detail(id).orElseThrow().version()));

        assertThat(desktop.say(NAVIGATE.formatted("audit")).body()).contains("sessionExpired");
        assertThat(phone.say(NAVIGATE.formatted("audit")).body()).contains("sessionExpired");
    }

    @Test
    void after_a_role_change_the_next_message_of_an_open_tab_is_judged_by_the_new_roles() throws Exception {
        var account = testAccounts.active(Role.ADMINISTRATOR);
        var planted = testAccounts.active(Role.MANAGER);
        var tab = tab(account, "");
        var still = tab(testAccounts.active(Role.ADMINISTRATOR), "");
        var id = account.viewer().id();
        var address = NAVIGATE.formatted("people/" + planted.viewer().id().value());

        As.viewer(fixtures.administrator(), () -> {
            var seen = accounts.detail(id).orElseThrow();
            accounts.change(
                    id, seen.version(), new AccountData(seen.name(), seen.email(), Set.of(Role.TEAM_MEMBER), null));
        });

        tab.say(address);
        still.say(address);
        assertThat(still.heard()).contains(planted.viewer().name());
        assertThat(tab.heard()).doesNotContain(planted.viewer().name());
    }

    @Test
    void signing_out_everywhere_ends_the_other_devices_at_their_next_message() throws Exception {
        var account = testAccounts.active(Role.MANAGER);
        var other = tab(account, "");

        As.viewer(account.viewer(), () -> profiles.signOutEverywhere());

        assertThat(other.say(NAVIGATE.formatted("audit")).body()).contains("sessionExpired");
    }

    @Test
    void the_page_that_signs_out_everywhere_is_answered_before_its_session_ends() throws Exception {
        var account = testAccounts.active(Role.MANAGER);
        var own = tab(account, "profile");
        var session =
                SecuritySignedIn.sessionsOf(account.viewer().id()).iterator().next();
        var page = VaadinSession.getAllSessions(session).iterator().next();

        page.lock();
        VaadinSession.setCurrent(page);
        try {
            As.viewer(account.viewer(), () -> profiles.signOutEverywhere());
            while (page.getPendingAccessQueue().isEmpty()) {
                Thread.onSpinWait();
            }
            page.getService().runPendingAccessTasks(page);
            assertThatCode(() -> session.getAttribute("any"))
                    .as("as its answer is written")
                    .doesNotThrowAnyException();
        } finally {
            VaadinSession.setCurrent(null);
            page.unlock();
        }
        assertThat(own.say(NAVIGATE.formatted("audit")).body()).contains("sessionExpired");
    }

    @Test
    void whoever_signs_in_again_is_still_found_when_the_account_changes() throws Exception {
        var account = testAccounts.active(Role.MANAGER);
        var tab = tab(account, "");
        tab.signIn(account.email(), TestAccounts.PASSWORD);
        assertThat(SecuritySignedIn.sessionsOf(account.viewer().id())).hasSize(1);
    }

    @Test
    void what_a_role_may_not_see_never_travels_to_it() throws Exception {
        var planted = Fixtures.unique("Canary").replace(' ', '-');
        As.viewer(fixtures.projectManager(), () -> areas.create(planted + "-area"));
        As.viewer(fixtures.administrator(), () -> organisations.create(planted + "-organisation", "standard"));
        var rooms = List.of("", "backlog", "people", "organisations", "projects", "changes", "surveys", "audit");

        var customer = tab(testAccounts.active(fixtures.organisation(), Role.CUSTOMER), "");
        for (var room : rooms) {
            customer.open(room);
        }
        var manager = tab(testAccounts.active(Role.PROJECT_MANAGER), "backlog");
        var administrator = tab(testAccounts.active(Role.ADMINISTRATOR), "");
        for (var room : rooms) {
            administrator.open(room);
        }

        assertThat(manager.heard()).contains(planted + "-area");
        assertThat(customer.heard()).doesNotContain(planted);
        assertThat(administrator.heard()).doesNotContain(planted + "-area");
    }

    @Test
    void messages_no_browser_would_send_do_nothing_and_learn_nothing() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var sender = testAccounts.active(Role.TEAM_MEMBER);
        var tab = tab(sender, "profile");
        var before = fingerprint(sender);

        for (int i = 0; i < MUTATIONS; i++) {
            var mutation = MUTATORS.get(random.nextInt(MUTATORS.size()));
            var answer = tab.raw(mutation.make(tab, random));
            assertThat(answer.statusCode()).as("seed %d, message %d", seed, i).isLessThan(505);
            assertThat(INSIDES.matcher(answer.body()).find())
                    .as("seed %d, message %d: %s", seed, i, answer.body())
                    .isFalse();
            if (answer.body().contains("sessionExpired") || answer.body().contains("\"meta\"")) {
                tab.open("profile");
            }
        }

        assertThat(fingerprint(sender)).as("seed %d", seed).isEqualTo(before);
    }

    private FlowClient tab(TestAccount account, String route) throws Exception {
        var tab = new FlowClient(port);
        tab.signIn(account.email(), TestAccounts.PASSWORD);
        tab.open(route);
        assertThat(tab.token()).isNotEmpty();
        return tab;
    }

    /** What is not the sender's to change: accounts of others, own roles, and how many objects there are. */
    private List<String> fingerprint(TestAccount sender) {
        var all = new ArrayList<String>();
        all.addAll(jdbc.sql("select concat(id, ' ', state, ' ', version) from account where email_key <> ? order by id")
                .param(sender.email().toLowerCase(Locale.ROOT))
                .query(String.class)
                .list());
        all.addAll(jdbc.sql("select concat(account_id, ' ', role) from account_role order by account_id, role")
                .query(String.class)
                .list());
        for (var table :
                List.of("area", "need", "requirement", "survey", "project", "organisation", "change_request")) {
            all.add(table + " "
                    + jdbc.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
        }
        return all;
    }

    private interface Mutation {
        String make(FlowClient tab, Random random);
    }

    private static final List<Mutation> MUTATORS = List.of(
            (tab, r) -> say(tab, event(r.nextInt(400), "click", "{}")),
            (tab, r) -> say(tab, event(-r.nextInt(10), "click", "{}")),
            (tab, r) -> say(tab, event(Integer.MAX_VALUE - r.nextInt(9), "change", "{\"a\":[]}")),
            (tab, r) -> say(tab, """
                    {"type":"mSync","node":%d,"feature":1,"property":"%s","value":%s}""".formatted(
                            r.nextInt(300),
                            pick(r, "value", "disabled", "readonly", "innerHTML", "__proto__"),
                            pick(r, "\"x\"", "null", "[]", "{}", "1e308", "true"))),
            (tab, r) -> say(
                    tab, """
                    {"type":"publishedEventHandler","node":%d,"templateEventMethodName":"%s","templateEventMethodArgs":[1]}""".formatted(r.nextInt(300), pick(r, "select", "setDetailsVisible", "getClass", "close"))),
            (tab, r) ->
                    say(tab, """
                    {"type":"navigation","location":"%s","link":1}""".formatted(pick(r, "people", "people/new", "../../etc/passwd", "a%00b", "backlog"))),
            (tab, r) -> say(tab, NAVIGATE.formatted(pick(r, "people", "surveys", "people/import", "x/../y"))),
            (tab, r) -> say(
                    tab,
                    "{\"type\":\"" + pick(r, "nothing", "channel", "attachExistingElement", "") + "\",\"node\":2}"),
            (tab, r) -> tab.message("00000000-0000-0000-0000-000000000000", "[]", tab.syncId(), tab.clientId()),
            (tab, r) -> tab.message(tab.token(), "[]", r.nextInt(50) - 5, r.nextInt(50) - 5),
            (tab, r) -> pick(r, "", "{", "null", "[]", "[[[]]]", "{\"csrfToken\":{}}", "\u0000", "for(;;);"),
            (tab, r) -> say(tab, "[".repeat(2000) + "]".repeat(2000)),
            (tab, r) -> say(tab, event(3, "x".repeat(200_000), "{}")),
            (tab, r) -> cut(say(tab, event(3, "click", "{\"event.detail\":1}")), r));

    private static String say(FlowClient tab, String rpc) {
        return tab.message(tab.token(), "[" + rpc + "]", tab.syncId(), tab.clientId());
    }

    private static String event(int node, String name, String data) {
        return "{\"type\":\"event\",\"node\":%d,\"event\":\"%s\",\"data\":%s}".formatted(node, name, data);
    }

    private static String cut(String message, Random random) {
        return message.substring(0, random.nextInt(message.length()));
    }

    private static String pick(Random random, String... some) {
        return some[random.nextInt(some.length)];
    }
}
