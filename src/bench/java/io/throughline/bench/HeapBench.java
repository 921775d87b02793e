package io.throughline.bench;

import io.throughline.bench.BenchPortal.Stop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * What an open page holds of the heap, after full collections, as the slope over batches of sessions; and the same for a
 * bare page made of the same components, in the same process and in turns.
 */
final class HeapBench implements Bench.Group {

    private static final int SESSIONS = 300;
    private static final int BATCHES = 3;
    private static final int WARM_UP = 50;
    private static final int VISITORS = 4;
    private static final int ROWS_SEEN = 50;
    private static final String SOME_ROW = "REQ-";

    /**
     * Pages whose browser has said something since: who answers sends the first answer, what shows a plan that it is drawn.
     * So their sessions no longer remember, to be able to repeat it, all the page was; the bare ones neither.
     */
    private static final List<String> SPOKEN = List.of("answering", "plan");

    private static final double KILO = 1_000;
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern FILLER =
            Pattern.compile("\\d+:\\s+\\d+\\s+(\\d+)\\s+\\S*jdk\\.internal\\.vm\\.Filler");

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public List<String> figures() {
        var names = new ArrayList<String>();
        for (var view : List.of("answer", "answering", "backlog", "plan")) {
            names.addAll(List.of("heap." + view + ".kB", "heap." + view + ".ratio"));
        }
        return names;
    }

    @Override
    public void run(Report report) throws Exception {
        var home = Portal.freshHome("heap");
        // No soft reference survives a collection: what is only kept at hand doesn't count.
        var options = List.of("-Xmx2g", "-XX:+UseSerialGC", "-XX:SoftRefLRUPolicyMSPerMB=0");
        try (var portal = BenchPortal.start("heap", home, options)) {
            for (var stop : BenchPortal.stops(home)) {
                if (report.wants("heap." + stop.name() + ".kB") || report.wants("heap." + stop.name() + ".ratio")) {
                    measure(report, portal, stop);
                }
            }
        }
    }

    private static void measure(Report report, Portal portal, Stop stop) throws Exception {
        var bare = new Stop(stop.name(), stop.email(), BareView.ROUTE + "/" + stop.route());
        var both = visit(portal, stop, Map.of());
        both.open(bare.route());
        var device = both.device();
        openAll(portal, stop, device, WARM_UP);
        openAll(portal, bare, device, WARM_UP);
        var real = new ArrayList<Double>();
        var same = new ArrayList<Double>();
        long before = liveBytes(portal, stop.name() + "-0");
        for (int batch = 0; batch < BATCHES; batch++) {
            openAll(portal, stop, device, SESSIONS / BATCHES);
            long between = liveBytes(portal, stop.name() + "-" + (batch + 1) + "-real");
            openAll(portal, bare, device, SESSIONS / BATCHES);
            long after = liveBytes(portal, stop.name() + "-" + (batch + 1) + "-bare");
            real.add(perSession(between - before));
            same.add(perSession(after - between));
            before = after;
        }
        Report.note("%s: %s kB a session, bare %s", stop.name(), real, same);
        double kilobytes =
                real.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        report.figure("heap." + stop.name() + ".kB", kilobytes, "kB");
        report.figure(
                "heap." + stop.name() + ".ratio",
                kilobytes
                        / same.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow(),
                "ratio");
    }

    private static double perSession(long bytes) {
        return Math.round(bytes / KILO / (SESSIONS / BATCHES) * 100) / 100.0;
    }

    private static void openAll(Portal portal, Stop stop, Map<String, String> device, int count) throws Exception {
        try (var visitors = Executors.newFixedThreadPool(VISITORS)) {
            var visits = new ArrayList<Callable<Flow>>();
            for (int i = 0; i < count; i++) {
                visits.add(() -> visit(portal, stop, device));
            }
            for (var visit : visitors.invokeAll(visits)) {
                visit.get();
            }
        }
    }

    /** A new session with this page open, as far as a browser would have loaded it. */
    private static Flow visit(Portal portal, Stop stop, Map<String, String> device) throws Exception {
        var visitor = new Flow(portal.address(), device).signIn(stop.email(), Generator.PASSWORD);
        var page = visitor.open(stop.route());
        if (stop.name().equals("backlog")) {
            // A bare list is asked as well, so that both sessions remember a reply to the same question.
            var rows = visitor.call(Flow.node(page, "vaadin-grid"), "setViewportRange", 0, ROWS_SEEN);
            boolean seen = page.toString().contains(SOME_ROW) || rows.toString().contains(SOME_ROW);
            if (!seen && !stop.route().startsWith(BareView.ROUTE)) {
                throw new IllegalStateException("the list got no rows: " + rows);
            }
        }
        if (SPOKEN.contains(stop.name())) {
            visitor.send(List.of());
        }
        return visitor;
    }

    /**
     * All that is reachable, counted by the JVM itself after full collections; what it consists of is kept for whoever
     * wonders.
     */
    private static long liveBytes(Portal portal, String when) throws Exception {
        diagnose(portal, "GC.run");
        diagnose(portal, "GC.run");
        var histogram = diagnose(portal, "GC.class_histogram");
        Files.writeString(Bench.WORK.resolve("heap-" + when + ".txt"), histogram);
        return liveBytes(histogram);
    }

    static long liveBytes(String histogram) {
        var total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("no total in " + histogram);
        }
        // What a collector puts into gaps of the heap is nobody's.
        return Long.parseLong(total.group(1))
                - FILLER.matcher(histogram)
                        .results()
                        .mapToLong(line -> Long.parseLong(line.group(1)))
                        .sum();
    }

    private static String diagnose(Portal portal, String command) throws Exception {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(tool, Long.toString(portal.pid()), command)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + said);
        }
        return said;
    }
}
