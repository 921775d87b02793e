package io.throughline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One visitor without a browser: speaks the protocol of Vaadin's client, its token and its counters included, so that
 * the server does all it would do for a person.
 */
final class Flow {

    /** Shared by all visitors: what makes them different is their cookies. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GUARD = "for(;;);";
    private static final int ROOT = 1;
    private static final String DEVICE = "DEVICE";

    private final URI portal;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Page page = new Page(-1, "", 0, 0);

    /** The UI this visitor has open, and how far its conversation is. */
    private record Page(int ui, String token, int sync, int client) {}

    Flow(URI portal) {
        this(portal, Map.of());
    }

    /** @param cookies of an earlier visit from the same device */
    Flow(URI portal, Map<String, String> cookies) {
        this.portal = portal;
        this.cookies.putAll(cookies);
    }

    /** Signs in by the form. @throws IllegalStateException if that is refused */
    Flow signIn(String email, String password) throws IOException, InterruptedException {
        get("/login");
        var form = "username=" + encoded(email) + "&password=" + encoded(password);
        var reply = exchange(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        var target = reply.headers().firstValue("Location").orElse("");
        if (reply.statusCode() != 302 || target.contains("login")) {
            throw new IllegalStateException("sign-in refused: " + reply.statusCode() + " " + target);
        }
        return this;
    }

    /** What this visitor was given to be recognised by. */
    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** Only what the portal knows the device by: with it begins another session of the same person. */
    Map<String, String> device() {
        var device = cookies();
        return device.containsKey(DEVICE) ? Map.of(DEVICE, device.get(DEVICE)) : Map.of();
    }

    /** Opens a page in a new tab, as a browser does: the page, its first state, then the navigation. */
    JsonNode open(String route) throws IOException, InterruptedException {
        var html = get("/" + route);
        if (html.statusCode() != 200) {
            throw new IllegalStateException("/" + route + " answered " + html.statusCode());
        }
        var first = JSON.readTree(
                get("/?v-r=init&location=" + encoded(route) + "&query=").body());
        var config = first.path("appConfig");
        var uidl = config.path("uidl");
        page = new Page(
                config.path("v-uiId").asInt(),
                uidl.path("Vaadin-Security-Key").asString(""),
                uidl.path("syncId").asInt(),
                0);
        return navigate(route);
    }

    /** Goes to another page in the same tab, without loading anything anew; what that page asks at once is answered. */
    JsonNode navigate(String route) throws IOException, InterruptedException {
        var shown = event(
                ROOT,
                "ui-navigate",
                Map.of(
                        "route", route,
                        "query", "",
                        "appShellTitle", "",
                        "historyState", Map.of("idx", 0),
                        "trigger", ""));
        var answers = answers(shown);
        if (!answers.isEmpty()) {
            send(answers);
        }
        return shown;
    }

    /** To each script whose result the page waits for: that it ran, and gave nothing. */
    private static List<Map<String, ?>> answers(JsonNode reply) {
        var answers = new ArrayList<Map<String, ?>>();
        for (var invocation : reply.path("execute")) {
            for (var argument : invocation) {
                var channel = argument.path("@v-return");
                if (channel.isArray()) {
                    answers.add(Map.of(
                            "type", "channel",
                            "node", channel.path(0).asInt(),
                            "channel", channel.path(1).asInt(),
                            "args", List.of()));
                    // The next one is for its failure.
                    break;
                }
            }
        }
        return answers;
    }

    /** An event of an element, with the data it brings. */
    JsonNode event(int node, String name, Map<String, ?> data) throws IOException, InterruptedException {
        return send(List.of(Map.of("type", "event", "node", node, "event", name, "data", data)));
    }

    /** Calls what a component offers its client. */
    JsonNode call(int node, String method, Object... arguments) throws IOException, InterruptedException {
        return send(List.of(Map.of(
                "type", "publishedEventHandler",
                "node", node,
                "templateEventMethodName", method,
                "templateEventMethodArgs", arguments)));
    }

    /** Sends one message and takes its reply. @throws IllegalStateException if the reply isn't one of Vaadin's */
    JsonNode send(List<?> calls) throws IOException, InterruptedException {
        var message = JSON.writeValueAsString(
                Map.of("csrfToken", page.token(), "rpc", calls, "syncId", page.sync(), "clientId", page.client()));
        var reply = exchange(request("/?v-r=uidl&v-uiId=" + page.ui())
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(message)));
        var body = reply.body().startsWith(GUARD) ? reply.body().substring(GUARD.length()) : reply.body();
        if (reply.statusCode() != 200 || !body.startsWith("{") && !body.startsWith("[")) {
            throw new IllegalStateException("no reply: " + reply.statusCode() + " " + shortened(body));
        }
        var said = JSON.readTree(body);
        said = said.isArray() ? said.path(0) : said;
        if (!said.has("syncId") || said.path("meta").has("appError")) {
            throw new IllegalStateException("refused: " + shortened(body));
        }
        page = new Page(
                page.ui(),
                page.token(),
                said.path("syncId").asInt(),
                said.path("clientId").asInt());
        return said;
    }

    /** The first node of this tag that a reply adds. @throws IllegalStateException if there is none */
    static int node(JsonNode reply, String tag) {
        for (var change : reply.path("changes")) {
            if (change.path("key").asString("").equals("tag")
                    && change.path("value").asString("").equals(tag)) {
                return change.path("node").asInt();
            }
        }
        throw new IllegalStateException("no <" + tag + "> in " + shortened(reply.toString()));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return exchange(request(path).header("Accept", "text/html").GET());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(portal.resolve(path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        var reply = HTTP.send(request.build(), BodyHandlers.ofString());
        for (var cookie : reply.headers().allValues("Set-Cookie")) {
            var pair = cookie.substring(0, cookie.indexOf(';') < 0 ? cookie.length() : cookie.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return reply;
    }

    private static String shortened(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
