package io.throughline.bench;

import io.throughline.bench.BenchPortal.Stop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** What a first visit loads in a real browser with nothing cached: bytes on the wire, headers included, and requests. */
final class LoadBench implements Bench.Group {

    private static final List<String> PAGES = List.of("signin", "answer", "backlog");
    private static final double KILO = 1_000;
    private static final long QUIET_MILLIS = 1_500;
    private static final long LONGEST_MILLIS = 60_000;
    private static final int SHOWN = 12;

    @Override
    public String name() {
        return "load";
    }

    @Override
    public List<String> figures() {
        var names = new ArrayList<String>();
        for (var page : PAGES) {
            names.addAll(List.of("load." + page + ".kB", "load." + page + ".requests"));
        }
        return names;
    }

    @Override
    public void run(Report report) throws Exception {
        var program = Chromium.installed();
        if (program.isEmpty()) {
            System.err.println("Skipped: load.*, because no Chromium is installed (THROUGHLINE_CHROMIUM names one).");
            return;
        }
        var home = Portal.freshHome("load");
        try (var portal = BenchPortal.start("load", home, List.of());
                var browser = new Chromium(program.get())) {
            var stops = new ArrayList<>(List.of(new Stop("signin", "", "login")));
            BenchPortal.stops(home).stream()
                    .filter(stop -> PAGES.contains(stop.name()))
                    .forEach(stops::add);
            for (var stop : stops) {
                measure(report, portal, browser, stop);
            }
        }
    }

    private static void measure(Report report, Portal portal, Chromium browser, Stop stop) throws Exception {
        var traffic = new Traffic();
        browser.listen(traffic::hear);
        var page = browser.newPage();
        browser.call(page, "Network.enable", Map.of());
        browser.call(page, "Page.enable", Map.of());
        if (!stop.email().isEmpty()) {
            var visitor = new Flow(portal.address()).signIn(stop.email(), Generator.PASSWORD);
            for (var cookie : visitor.cookies().entrySet()) {
                browser.call(
                        page,
                        "Network.setCookie",
                        Map.of(
                                "url", portal.address().toString(),
                                "name", cookie.getKey(),
                                "value", cookie.getValue()));
            }
        }
        browser.call(page, "Page.navigate", Map.of("url", portal.address() + "/" + stop.route()));
        traffic.awaitQuiet();
        traffic.report(stop.name());
        report.figure("load." + stop.name() + ".kB", traffic.bytes() / KILO, "kB");
        report.figure("load." + stop.name() + ".requests", traffic.requests(), "requests");
    }

    /** What the network tab of a browser would list. */
    private static final class Traffic {

        private final Map<String, String> addresses = new HashMap<>();
        private final Map<String, Long> bytes = new HashMap<>();
        private final Set<String> open = new HashSet<>();
        private long lastChange = System.nanoTime();

        synchronized void hear(String method, JsonNode event) {
            var id = event.path("requestId").asString("");
            switch (method) {
                case "Network.requestWillBeSent" -> {
                    var url = event.path("request").path("url").asString("");
                    if (url.startsWith("http")) {
                        addresses.put(id, url);
                        open.add(id);
                    }
                }
                case "Network.loadingFinished" -> {
                    open.remove(id);
                    bytes.put(id, event.path("encodedDataLength").asLong());
                }
                case "Network.loadingFailed" -> open.remove(id);
                default -> {
                    return;
                }
            }
            lastChange = System.nanoTime();
        }

        void awaitQuiet() throws InterruptedException {
            long start = System.nanoTime();
            while (!quiet()) {
                if (System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS)) {
                    throw new IllegalStateException("still loading");
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }

        private synchronized boolean quiet() {
            return !addresses.isEmpty()
                    && open.isEmpty()
                    && System.nanoTime() - lastChange > TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
        }

        synchronized long bytes() {
            return addresses.keySet().stream()
                    .mapToLong(id -> bytes.getOrDefault(id, 0L))
                    .sum();
        }

        synchronized int requests() {
            return addresses.size();
        }

        synchronized void report(String page) {
            addresses.entrySet().stream()
                    .sorted((one, other) ->
                            Long.compare(bytes.getOrDefault(other.getKey(), 0L), bytes.getOrDefault(one.getKey(), 0L)))
                    .limit(SHOWN)
                    .forEach(entry -> Report.note(
                            "%s: %,7d bytes %s", page, bytes.getOrDefault(entry.getKey(), 0L), entry.getValue()));
        }
    }
}
