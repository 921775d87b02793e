package io.throughline.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.FileSystemUtils;

/**
 * Customers save and submit while the portal, or its database, is killed with signal 9 again and again. What each was
 * told is then held against what is stored.
 */
public final class Storm {

    /** @param lost acknowledged, and not stored. @param duplicated stored more often than it was asked for */
    public record Outcome(int kills, long acknowledged, long lost, long duplicated, List<String> faults) {}

    /** Which process is killed. */
    enum Victim {
        PORTAL,
        DATABASE
    }

    private static final int LONGEST_DELAY_MILLIS = 400;

    /** A portal that starts on a busy machine takes minutes; to wait costs only a storm that fails. */
    private static final int LONGEST_CALL_SECONDS = 600;

    private final Path folder;
    private final List<String> options;
    private final long acknowledgedPerKill;
    private final Random random;
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile boolean over;
    private volatile Optional<PortalLine> line = Optional.empty();

    /**
     * @param folder emptied first, but for the unpacked database programs
     * @param options of the portal's JVM
     * @param acknowledgedPerKill so many calls are answered between two kills, at least
     */
    public Storm(Path folder, List<String> options, long acknowledgedPerKill, long seed) {
        this.folder = folder.toAbsolutePath();
        this.options = options;
        this.acknowledgedPerKill = acknowledgedPerKill;
        this.random = new Random(seed);
    }

    /** @param portalEvery of so many kills the last is the portal's, the others are the database's */
    public Outcome rage(int kills, int portalEvery) throws Exception {
        for (var data : List.of("db", "keys", "audit-anchors.jsonl")) {
            FileSystemUtils.deleteRecursively(folder.resolve(data));
        }
        Files.createDirectories(folder);
        line = Optional.of(PortalLine.start(folder, options));
        var world = World.of(ask("furnish " + World.PEOPLE + " " + World.CAMPAIGNS));
        var tabs = new ArrayList<Tab>();
        for (var person : world.people()) {
            for (var kind : List.of("number", "words")) {
                tabs.add(new Tab(this::ask, world, person, kind, () -> over));
            }
        }
        var threads = tabs.stream().map(tab -> Thread.ofPlatform().start(tab)).toList();
        for (int kill = 1; kill <= kills; kill++) {
            awaitAcknowledged(acknowledged.get() + acknowledgedPerKill);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_DELAY_MILLIS));
            kill(kill % portalEvery == 0 ? Victim.PORTAL : Victim.DATABASE);
        }
        awaitAcknowledged(acknowledged.get() + acknowledgedPerKill);
        over = true;
        for (var thread : threads) {
            thread.join();
        }
        var check = new StormCheck(folder, tabs);
        var outcome = check.outcome(kills, acknowledged.get());
        line.orElseThrow().stop();
        return outcome;
    }

    private void kill(Victim victim) throws Exception {
        if (victim == Victim.PORTAL) {
            var killed = line.orElseThrow();
            line = Optional.empty();
            killed.kill();
            line = Optional.of(PortalLine.start(folder, options));
        } else {
            killDatabase();
        }
    }

    /** The portal lives on, starts another server on the same data, and has to find its way to that. */
    private void killDatabase() throws Exception {
        var server = ProcessHandle.of(
                        Long.parseLong(Files.readString(folder.resolve("run").resolve("db.pid"))
                                .strip()))
                .orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
    }

    /** Until somebody says that it is done: a call means the same however often it is made. */
    private String ask(String call) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_CALL_SECONDS);
        while (System.nanoTime() < end) {
            var portal = line;
            var said = portal.isPresent() ? portal.get().call(call) : Optional.<String>empty();
            if (said.isPresent()) {
                acknowledged.incrementAndGet();
                return said.get();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        over = true;
        throw new IllegalStateException("never answered: " + call);
    }

    private void awaitAcknowledged(long wanted) throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_CALL_SECONDS);
        while (acknowledged.get() < wanted) {
            if (over || System.nanoTime() > end) {
                throw new IOException("the portal did not come back: "
                        + line.map(PortalLine::trouble).orElse("it is not there"));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
