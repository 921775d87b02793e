package io.throughline.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.people.credentials.PasswordHasher;
import io.throughline.shared.Role;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The door as a browser meets it, over real HTTP. */
@IntegrationTest
class DoorIT {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts testAccounts;

    @Autowired
    Accounts accounts;

    @Autowired
    Fixtures fixtures;

    @Autowired
    PasswordHasher hasher;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Test
    void every_class_of_response_carries_the_security_headers() throws Exception {
        assertProtected(get("/login"));
        assertProtected(get("/people"));
        assertProtected(get("/frontend/styles/people.css"));
        assertProtected(get("/no/such/page"));
        assertProtected(get("/frontend/no-such-file.js"));
        assertProtected(get("/a;b"));
        assertProtected(get("/actuator/health"));
        assertProtected(post("/login", "username=x&password=y", false));
        assertProtected(post("/login", "username=x%40example.org&password=y", true));
        assertProtected(post("/?v-r=uidl&v-uiId=0", "{}", false));
    }

    @Test
    void pages_outside_vaadin_evaluate_nothing() throws Exception {
        assertThat(get("/frontend/styles/people.css").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(strict -> assertThat(strict).doesNotContain("unsafe"));
    }

    @Test
    void signing_in_gives_the_session_a_new_id_and_careful_cookies() throws Exception {
        var account = testAccounts.active(Role.MANAGER);
        get("/login");
        var before = cookie("SID").getValue();

        var answer = signIn(account.email(), TestAccounts.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(cookie("SID").getValue()).isNotEqualTo(before);
        var set = answer.headers().allValues("Set-Cookie");
        assertThat(set)
                .anySatisfy(c ->
                        assertThat(c).startsWith("SID=").contains("HttpOnly").contains("SameSite=Lax"));
        assertThat(set)
                .anySatisfy(c -> assertThat(c)
                        .startsWith("DEVICE=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Max-Age="));
        assertThat(isIn()).isTrue();
    }

    @Test
    void a_refusal_says_the_same_whoever_was_asked_for() throws Exception {
        var account = testAccounts.active(Role.MANAGER);

        var wrong = signIn(account.email(), "not the password");
        var nobody = signIn(Fixtures.unique("nobody").replace(' ', '-') + "@example.org", "not the password");

        assertThat(wrong.statusCode()).isEqualTo(nobody.statusCode());
        assertThat(location(wrong)).isEqualTo(location(nobody)).endsWith("/login?error");
        assertThat(isIn()).isFalse();
    }

    /** Whatever asks the service, it asks it once: a second time would cost twice the time and twice the patience. */
    @Test
    void an_attempt_is_judged_once() throws Exception {
        var account = testAccounts.active(Role.MANAGER);
        for (var email : List.of(account.email(), Fixtures.unique("nobody").replace(' ', '-') + "@example.org")) {
            for (int attempt = 0; attempt < 5; attempt++) {
                var before = hasher.evaluations();
                assertThat(location(signIn(email, "not the password"))).endsWith("/login?error");
                assertThat(hasher.evaluations() - before).isOne();
            }
            assertThat(location(signIn(email, "not the password"))).contains("/login?pause=");
        }
    }

    @Test
    void no_address_sent_back_is_made_of_the_host_a_request_claims() throws Exception {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET /people HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Location: /login\r\n")
                    .doesNotContain("evil");
        }
    }

    @Test
    void the_place_where_failures_lead_is_nowhere_to_go() throws Exception {
        signedIn(Role.MANAGER);
        for (var path : List.of("/error", "/error/4xx.html")) {
            assertThat(get(path).statusCode())
                    .as(path)
                    .isEqualTo(get("/no/such/page").statusCode());
            assertThat(get(path).body()).as(path).contains("<base href=");
        }
        for (var path : List.of("/WEB-INF/error", "/WEB-INF/", "/META-INF/MANIFEST.MF")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
            assertThat(answer.body()).contains("This didn’t work");
            assertProtected(answer);
        }
    }

    @Test
    void what_fails_before_the_door_for_programs_is_a_problem_for_them() throws Exception {
        var answer =
                browser.send(HttpRequest.newBuilder(uri("/api/v1//surveys")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"MALFORMED\"").doesNotContain("surveys", "firewall");
    }

    /** Nothing is made of it that would name the server, or give back what was sent. */
    @Test
    void what_the_server_refuses_by_itself_it_says_in_one_plain_line() throws Exception {
        for (var request : List.of(
                "GET /%zzcanary HTTP/1.1\r\nHost: localhost\r\n",
                "GET /<canary> HTTP/1.1\r\nHost: localhost\r\n",
                "GET /?x={canary} HTTP/1.1\r\nHost: localhost\r\n",
                "GET /canary HTTP/1.1\r\n",
                "GET /canary HTTP/9.9\r\nHost: localhost\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Canary: " + "canary".repeat(10_000) + "\r\n",
                "GET / HTTP/1.1\r\nHost: canary{}\r\n")) {
            var answer = said(request + "Connection: close\r\n\r\n");
            var as = request.substring(0, Math.min(60, request.length())).strip() + ": " + answer;
            assertThat(answer)
                    .as(as)
                    .matches("(?s)HTTP/1.1 (4|505).*")
                    .doesNotContain("canary", "Tomcat", "<", "Exception");
            assertThat(answer)
                    .as(as)
                    .contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff");
        }
    }

    private String said(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whoever_asked_for_a_page_is_sent_there_on_the_host_they_are_on() throws Exception {
        var account = testAccounts.active(Role.PROJECT_MANAGER);
        assertThat(location(get("/surveys?query=a"))).isEqualTo("/login");

        assertThat(location(signIn(account.email(), TestAccounts.PASSWORD))).startsWith("/surveys?query=a");
    }

    @Test
    void a_form_from_elsewhere_signs_nobody_in() throws Exception {
        var account = testAccounts.active(Role.MANAGER);
        for (var header : List.of("Sec-Fetch-Site: cross-site", "Origin: https://elsewhere.example", "Origin: null")) {
            var parts = header.split(": ", 2);
            var answer = browser.send(
                    HttpRequest.newBuilder(uri("/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header(parts[0], parts[1])
                            .POST(BodyPublishers.ofString(form(account.email(), TestAccounts.PASSWORD)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(header).isEqualTo(403);
            assertProtected(answer);
            assertThat(isIn()).as(header).isFalse();
        }
    }

    @Test
    void the_first_request_after_a_disabling_is_refused() throws Exception {
        var account = signedIn(Role.MANAGER);

        var id = account.viewer().id();
        As.viewer(
                fixtures.administrator(),
                () -> accounts.disable(id, accounts.detail(id).orElseThrow().version()));

        assertThat(isIn()).isFalse();
        var uidl = post("/?v-r=uidl&v-uiId=0", "{\"csrfToken\":\"x\",\"rpc\":[],\"syncId\":0,\"clientId\":0}", false);
        assertThat(uidl.body()).contains("sessionExpired");
    }

    @Test
    void signing_out_ends_the_session_but_not_at_another_site_s_wish() throws Exception {
        signedIn(Role.MANAGER);

        for (var foreign :
                List.of("Sec-Fetch-Site: cross-site", "Referer: http://elsewhere.example/page", "Accept: */*")) {
            assertThat(location(signOut(foreign))).as(foreign).endsWith("/");
            assertThat(isIn()).as(foreign).isTrue();
        }
        signOut("Referer: " + uri("/surveys") + "?q=a|b");
        assertThat(isIn()).as("on plain http: by the page its link stands on").isFalse();
    }

    @Test
    void a_browser_that_says_so_signs_out_from_our_own_page_and_by_the_address_typed() throws Exception {
        for (var own : List.of("same-origin", "none")) {
            signedIn(Role.MANAGER);
            assertThat(location(signOut("Sec-Fetch-Site: " + own))).endsWith("/login?bye");
            assertThat(isIn()).as(own).isFalse();
        }
    }

    private HttpResponse<String> signOut(String header) throws IOException, InterruptedException {
        var parts = header.split(": ", 2);
        return browser.send(
                HttpRequest.newBuilder(uri("/logout"))
                        .header(parts[0], parts[1])
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void what_comes_in_parts_is_refused_unread() throws Exception {
        for (var path : List.of("/login", "/logout", "/", "/people", "/no/such/page")) {
            for (int length : List.of(10, 3_000_000)) {
                var answer = browser.send(
                        HttpRequest.newBuilder(uri(path))
                                .header("Content-Type", "multipart/form-data; boundary=part")
                                .header("Accept", "text/html,*/*")
                                .header("Sec-Fetch-Site", "same-origin")
                                .POST(BodyPublishers.ofString(
                                        "--part\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\n"
                                                + "x".repeat(length) + "\r\n--part--\r\n"))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path + " " + length).isEqualTo(415);
                assertThat(answer.body()).contains("Throughline");
                assertProtected(answer);
            }
        }
    }

    /** After an upgrade no old module may meet the new server, whatever date its file has. */
    @Test
    void a_module_is_asked_for_again_and_sent_only_if_it_changed() throws Exception {
        var module = get("/frontend/keep.js");
        assertThat(module.statusCode()).isEqualTo(200);
        assertThat(module.headers().firstValue("Cache-Control")).hasValue("no-cache");
        var tag = module.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).as("a strong one would not be compressed").startsWith("W/");

        var tomorrow = "Fri, 01 Jan 2100 00:00:00 GMT";
        assertThat(again(tag, tomorrow).statusCode()).isEqualTo(304);
        assertProtected(again(tag, tomorrow));
        assertThat(again("W/\"another\"", tomorrow).statusCode()).isEqualTo(200);
        assertThat(get("/frontend/none.js").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> again(String tag, String since) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(uri("/frontend/keep.js"))
                        .header("If-None-Match", tag)
                        .header("If-Modified-Since", since)
                        .build(),
                BodyHandlers.ofString());
    }

    private TestAccount signedIn(Role role) throws Exception {
        var account = testAccounts.active(role);
        signIn(account.email(), TestAccounts.PASSWORD);
        assertThat(isIn()).isTrue();
        return account;
    }

    /** Whoever isn't signed in is sent to the sign-in page. */
    private boolean isIn() throws Exception {
        var answer = get("/profile");
        return answer.statusCode() != 302;
    }

    private HttpResponse<String> signIn(String email, String password) throws Exception {
        return post("/login", form(email, password), true);
    }

    private static String form(String email, String password) {
        return "username=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Accept", "text/html,*/*")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body, boolean fromOwnPage)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (fromOwnPage) {
            request.header("Sec-Fetch-Site", "same-origin");
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpCookie cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static void assertProtected(HttpResponse<String> answer) {
        for (var header : List.of(
                "Content-Security-Policy",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Referrer-Policy",
                "Permissions-Policy",
                "Cross-Origin-Opener-Policy")) {
            assertThat(answer.headers().allValues(header))
                    .as(answer.request().uri() + " " + answer.statusCode() + " " + header)
                    .hasSize(1);
        }
    }
}
