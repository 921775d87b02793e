package io.throughline.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Speaks Flow's protocol without a browser: one session, one tab, everything said kept for inspection. */
public class FlowClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CLICK = Stream.of("screenX", "screenY", "clientX", "clientY", "detail", "button")
                    .map(name -> "\"event." + name + "\":1,")
                    .collect(Collectors.joining("", "{", ""))
            + Stream.of("ctrlKey", "shiftKey", "altKey", "metaKey")
                    .map(name -> "\"event." + name + "\":false")
                    .collect(Collectors.joining(",", "", "}"));

    private final int port;
    private final CookieManager jar = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(jar)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final StringBuilder heard = new StringBuilder();
    private FlowPage page = new FlowPage();
    private String ui = "0";
    private String token = "";
    private int syncId;
    private int clientId;

    public FlowClient(int port) {
        this.port = port;
    }

    public void signIn(String email, String password) throws IOException, InterruptedException {
        post("login", Map.of("username", email, "password", password));
    }

    /** A form of a page outside Flow. */
    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri("/" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Asks for a page, without opening a tab. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/" + path)));
    }

    /** Opens a tab at a route. */
    public HttpResponse<String> open(String route) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(uri("/" + route)));
        var init = send(HttpRequest.newBuilder(uri("/?v-r=init&location=" + route + "&query=")));
        var config = JSON.readTree(stripped(init.body())).path("appConfig");
        ui = config.path("v-uiId").asString("0");
        token = config.path("uidl").path("Vaadin-Security-Key").asString("");
        syncId = config.path("uidl").path("syncId").asInt(0);
        clientId = 0;
        page = new FlowPage();
        page.hear(config.path("uidl"));
        return go(route);
    }

    /** Goes to another route in the same tab. */
    public HttpResponse<String> go(String route) throws IOException, InterruptedException {
        return say("""
                {"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"","appShellTitle":"",
                 "historyState":{"idx":0},"trigger":""}}""".formatted(route));
    }

    /** Something that happens to an element. @param data as JSON */
    public HttpResponse<String> fire(int node, String event, String data) throws IOException, InterruptedException {
        return say("{\"type\":\"event\",\"node\":%d,\"event\":\"%s\",\"data\":%s}".formatted(node, event, data));
    }

    public HttpResponse<String> click(int node) throws IOException, InterruptedException {
        return fire(node, "click", CLICK);
    }

    /** One message as the browser would send it. */
    public HttpResponse<String> say(String rpc) throws IOException, InterruptedException {
        return raw(message(token, "[" + rpc + "]", syncId, clientId));
    }

    public String message(String csrf, String rpcs, int sync, int client) {
        return "{\"csrfToken\":\"%s\",\"rpc\":%s,\"syncId\":%d,\"clientId\":%d}".formatted(csrf, rpcs, sync, client);
    }

    /** Whatever was made of a message. */
    public HttpResponse<String> raw(String body) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(uri("/?v-r=uidl&v-uiId=" + ui))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() == 200 && !answer.body().isEmpty()) {
            listen(answer.body());
        }
        return answer;
    }

    private void listen(String body) {
        var reply = JSON.readTree(stripped(body));
        var one = reply.isArray() ? reply.path(0) : reply;
        // A message about the session or the application comes with −1 and ends the conversation.
        if (one.path("syncId").asInt(-1) >= 0) {
            syncId = one.path("syncId").asInt();
            clientId = one.path("clientId").asInt(clientId);
            page.hear(one);
        }
    }

    /** Sends a file as it is, in pieces of which nobody said how many there are. */
    public HttpResponse<String> upload(String address, byte[] content) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/" + address))
                .header("X-Filename", "file.csv")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content))));
    }

    /** What the tab shows. */
    public FlowPage page() {
        return page;
    }

    /** What this browser is known by, as it would stand in a header. */
    public List<HttpCookie> cookies() {
        return jar.getCookieStore().getCookies();
    }

    public String token() {
        return token;
    }

    public int syncId() {
        return syncId;
    }

    public int clientId() {
        return clientId;
    }

    /** Everything the server ever said to this client. */
    public String heard() {
        return heard.toString();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        heard.append(answer.body()).append('\n');
        return answer;
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** A reply without what keeps it from being run as a script. */
    public static String stripped(String body) {
        return body.startsWith("for(;;);") ? body.substring("for(;;);".length()) : body;
    }
}
