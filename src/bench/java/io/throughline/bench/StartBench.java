package io.throughline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * From starting the packaged portal's process to its first home page after a sign-in, on a database that is there
 * already, unpacked as the launcher and the image run it: without and with a cache of loaded classes. In turns, several
 * times each.
 */
final class StartBench implements Bench.Group {

    private static final int PAIRS = 5;
    private static final int LONGEST_STEP_MINUTES = 5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<String> figures() {
        return List.of("start.jar.seconds", "start.aot.seconds");
    }

    @Override
    public void run(Report report) throws Exception {
        var jar = Path.of(System.getProperty("throughline.jar", "target/throughline.jar"))
                .toAbsolutePath();
        var home = Portal.freshHome("start");
        try (var portal = Portal.here(home);
                var generator = new Generator(portal)) {
            var _ = generator.projectManager();
        }
        var unpacked = List.of("-jar", unpack(jar).toString());
        var cache = train(home, unpacked);
        var plain = new ArrayList<Double>();
        var cached = new ArrayList<Double>();
        for (int pair = 1; pair <= PAIRS; pair++) {
            plain.add(seconds("start-jar", home, List.of(), unpacked));
            cached.add(seconds("start-aot", home, List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"), unpacked));
            Report.note("pair %d: %.1f s, %.1f s", pair, plain.getLast(), cached.getLast());
        }
        report.figure("start.jar.seconds", Report.median(plain), "s");
        report.figure("start.aot.seconds", Report.median(cached), "s");
    }

    private static double seconds(String name, Path home, List<String> options, List<String> program) throws Exception {
        long start = System.nanoTime();
        try (var portal = Portal.start(name, home, options, program)) {
            portal.awaitPort();
            visit(portal);
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static Flow visit(Portal portal) throws Exception {
        var visitor = new Flow(portal.address()).signIn(Generator.PROJECT_MANAGER, Generator.PASSWORD);
        var page = visitor.open("");
        if (!page.toString().contains("tl-main")) {
            throw new IllegalStateException("this is not the home page: " + page);
        }
        return visitor;
    }

    private static Path unpack(Path jar) throws Exception {
        var folder = Bench.WORK.resolve("unpacked");
        FileSystemUtils.deleteRecursively(folder);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(Bench.WORK.resolve("unpack.log").toFile())
                .start();
        if (!process.waitFor(LONGEST_STEP_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException("unpacking failed: see " + Bench.WORK.resolve("unpack.log"));
        }
        return folder.resolve(jar.getFileName());
    }

    /** The first run of the unpacked portal keeps the classes that a first visit needs. */
    private static Path train(Path home, List<String> unpacked) throws Exception {
        var cache = Bench.WORK.resolve("unpacked").resolve("app.aot");
        try (var portal = Portal.start("train", home, List.of("-XX:AOTCacheOutput=" + cache), unpacked)) {
            portal.awaitPort();
            var visitor = visit(portal);
            for (var route : List.of("backlog", "surveys", "projects")) {
                var _ = visitor.navigate(route);
            }
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("no cache was written: see " + Bench.WORK.resolve("train.log"));
        }
        return cache;
    }
}
