package io.throughline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a server that says what a portal would. */
class FlowTest {

    private static final String FIRST = """
            {"appConfig":{"v-uiId":7,"uidl":{"Vaadin-Security-Key":"secret","syncId":0}}}""";
    private static final String NEXT = """
            {"syncId":%1$d,"clientId":%1$d,"changes":[{"node":5,"key":"tag","value":"vaadin-grid"}]}""";
    private static final String ASKING = """
            {"syncId":1,"clientId":1,"execute":[[5,"this.show($0)"],[{"@v-return":[6,2]},{"@v-return":[6,3]},"$0()"]]}""";

    private final List<JsonNode> messages = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private boolean knows = true;
    private boolean alive = true;
    private boolean asks;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void carries_token_and_counters_from_message_to_message() throws Exception {
        var visitor = visitor();
        var page = visitor.open("backlog/1");
        visitor.call(Flow.node(page, "vaadin-grid"), "setViewportRange", 0, 50);
        assertThat(requests).contains("/backlog/1", "/?v-r=init&location=backlog%2F1&query=", "/?v-r=uidl&v-uiId=7");
        assertThat(messages)
                .extracting(
                        m -> m.path("csrfToken").asString(),
                        m -> m.path("syncId").asInt())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("secret", 0),
                        org.assertj.core.groups.Tuple.tuple("secret", 1));
        var call = messages.getLast().path("rpc").path(0);
        assertThat(call.path("node").asInt()).isEqualTo(5);
        assertThat(call.path("templateEventMethodArgs").path(1).asInt()).isEqualTo(50);
    }

    @Test
    void tells_the_page_that_the_scripts_it_waits_for_ran() throws Exception {
        asks = true;
        visitor().open("projects/1");
        var told = messages.getLast().path("rpc");
        assertThat(told).hasSize(1);
        assertThat(told.path(0).path("type").asString()).isEqualTo("channel");
        assertThat(told.path(0).path("node").asInt()).isEqualTo(6);
        assertThat(told.path(0).path("channel").asInt()).isEqualTo(2);
    }

    @Test
    void keeps_its_cookies_and_begins_again_with_the_devices_alone() throws Exception {
        var visitor = visitor().signIn("a@example.org", "long enough");
        assertThat(visitor.cookies()).containsEntry("SID", "2").containsEntry("DEVICE", "d");
        assertThat(visitor.device()).containsOnlyKeys("DEVICE");
    }

    @Test
    void says_that_it_was_refused() {
        knows = false;
        assertThatThrownBy(() -> visitor().signIn("a@example.org", "wrong")).hasMessageContaining("refused");
        alive = false;
        assertThatThrownBy(() -> visitor().open("")).hasMessageContaining("refused");
    }

    private Flow visitor() {
        return new Flow(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI().toString();
        requests.add(uri);
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (uri.equals("/login") && exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().add("Set-Cookie", "SID=2; Path=/; HttpOnly");
            exchange.getResponseHeaders().add("Set-Cookie", "DEVICE=d; Path=/");
            exchange.getResponseHeaders().add("Location", knows ? "/" : "/login?error");
            reply(exchange, 302, "");
        } else if (uri.contains("v-r=init")) {
            reply(exchange, 200, FIRST);
        } else if (uri.contains("v-r=uidl")) {
            messages.add(JsonMapper.builder().build().readTree(body));
            if (asks && messages.size() == 1) {
                reply(exchange, 200, ASKING);
                return;
            }
            reply(exchange, 200, alive ? NEXT.formatted(messages.size()) : "for(;;);[{\"meta\":{\"appError\":{}}}]");
        } else {
            exchange.getResponseHeaders().add("Set-Cookie", "SID=1");
            reply(exchange, 200, "<html></html>");
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
