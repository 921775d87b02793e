package io.throughline.shell;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Speaks Flow's protocol without a browser: one session, one tab, everything said kept for inspection. */
class FlowClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final StringBuilder heard = new StringBuilder();
    private String ui = "0";
    private String token = "";
    private int syncId;
    private int clientId;

    FlowClient(int port) {
        this.port = port;
    }

    void signIn(String email, String password) throws IOException, InterruptedException {
        var form = "username=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Opens a tab at a route. */
    HttpResponse<String> open(String route) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(uri("/" + route)));
        var init = send(HttpRequest.newBuilder(uri("/?v-r=init&location=" + route + "&query=")));
        var config = JSON.readTree(stripped(init.body())).path("appConfig");
        ui = config.path("v-uiId").asString("0");
        token = config.path("uidl").path("Vaadin-Security-Key").asString("");
        syncId = config.path("uidl").path("syncId").asInt(0);
        clientId = 0;
        return say("""
                {"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"","appShellTitle":"",
                 "historyState":{"idx":0},"trigger":""}}""".formatted(route));
    }

    /** One message as the browser would send it. */
    HttpResponse<String> say(String rpc) throws IOException, InterruptedException {
        return raw(message(token, "[" + rpc + "]", syncId, clientId));
    }

    String message(String csrf, String rpcs, int sync, int client) {
        return "{\"csrfToken\":\"%s\",\"rpc\":%s,\"syncId\":%d,\"clientId\":%d}".formatted(csrf, rpcs, sync, client);
    }

    /** Whatever was made of a message. */
    HttpResponse<String> raw(String body) throws IOException, InterruptedException {
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
        }
    }

    String token() {
        return token;
    }

    int syncId() {
        return syncId;
    }

    int clientId() {
        return clientId;
    }

    /** Everything the server ever said to this client. */
    String heard() {
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
    static String stripped(String body) {
        return body.startsWith("for(;;);") ? body.substring("for(;;);".length()) : body;
    }
}
