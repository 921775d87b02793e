package io.throughline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An installed Chromium without a window, spoken to by its DevTools protocol. */
final class Chromium implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LISTENING = "DevTools listening on ";
    private static final int LONGEST_REPLY_SECONDS = 60;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private volatile BiConsumer<String, JsonNode> events = (method, parameters) -> {};

    /** The one named by THROUGHLINE_CHROMIUM, or one where systems keep it. */
    static Optional<Path> installed() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("THROUGHLINE_CHROMIUM")),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    Chromium(Path program) throws Exception {
        profile = Files.createTempDirectory("throughline-chromium");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(process.errorReader(StandardCharsets.UTF_8)), new Listener())
                .get(LONGEST_REPLY_SECONDS, TimeUnit.SECONDS);
    }

    private static URI address(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LISTENING)) {
                // What it says later is read by nobody and must not fill the pipe.
                Thread.ofVirtual().start(() -> output.lines().forEach(said -> {}));
                return URI.create(line.substring(LISTENING.length()).strip());
            }
        }
        throw new IOException("Chromium did not start");
    }

    /** @param heard gets every event of the session that is attached to a page: its name, its parameters */
    void listen(BiConsumer<String, JsonNode> heard) {
        events = heard;
    }

    /** A page in a context of its own, with nothing stored. @return the session to call it by */
    String newPage() throws Exception {
        var context = call("", "Target.createBrowserContext", Map.of()).path("browserContextId");
        var target = call(
                        "", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context.asString()))
                .path("targetId");
        return call("", "Target.attachToTarget", Map.of("targetId", target.asString(), "flatten", true))
                .path("sessionId")
                .asString();
    }

    /** @param session empty for the browser itself */
    JsonNode call(String session, String method, Map<String, ?> parameters) throws Exception {
        int id = calls.incrementAndGet();
        var reply = new CompletableFuture<JsonNode>();
        waiting.put(id, reply);
        var message = session.isEmpty()
                ? Map.of("id", id, "method", method, "params", parameters)
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
        socket.sendText(JSON.writeValueAsString(message), true).get(LONGEST_REPLY_SECONDS, TimeUnit.SECONDS);
        var said = reply.get(LONGEST_REPLY_SECONDS, TimeUnit.SECONDS);
        if (said.has("error")) {
            throw new IllegalStateException(method + ": " + said.path("error"));
        }
        return said.path("result");
    }

    @Override
    public void close() throws Exception {
        socket.abort();
        for (var one : List.of(process.descendants().toList(), List.of(process.toHandle()))) {
            one.forEach(ProcessHandle::destroy);
        }
        process.waitFor(LONGEST_REPLY_SECONDS, TimeUnit.SECONDS);
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException stillWritten) {
            Report.note("left behind: %s", profile);
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var message = JSON.readTree(text.toString());
                text.setLength(0);
                if (message.has("id")) {
                    var reply = waiting.remove(message.path("id").asInt());
                    if (reply != null) {
                        reply.complete(message);
                    }
                } else {
                    events.accept(message.path("method").asString(""), message.path("params"));
                }
            }
            from.request(1);
            return null;
        }
    }
}
