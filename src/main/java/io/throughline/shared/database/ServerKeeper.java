package io.throughline.shared.database;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the embedded server running: one that ends by itself is started again on the same data, with the same socket and
 * accounts, so that the portal's pool finds its way back. What it was doing is put right by the server as it starts.
 */
final class ServerKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerKeeper.class);

    /** Before each attempt. A server that never stays up for long is not started for ever. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));

    /** Who ran for so long has overcome what ended the one before. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    /** Makes a server that is about to start. */
    @FunctionalInterface
    interface Launch {
        ServerProcess now() throws IOException;
    }

    private final DataFolder folder;
    private final Launch launch;
    private final List<Duration> pauses;
    private final CountDownLatch letGo = new CountDownLatch(1);
    private @Nullable ServerProcess server;
    private @Nullable Thread keeping;
    private int attempts;

    private ServerKeeper(DataFolder folder, Launch launch, List<Duration> pauses) {
        this.folder = folder;
        this.launch = launch;
        this.pauses = pauses;
    }

    /** @throws DatabaseStartException with what the server said, if it doesn't start this first time */
    static ServerKeeper start(DataFolder folder, Launch launch) throws IOException {
        return start(folder, launch, PAUSES);
    }

    static ServerKeeper start(DataFolder folder, Launch launch, List<Duration> pauses) throws IOException {
        var keeper = new ServerKeeper(folder, launch, pauses);
        var first = keeper.launched();
        if (first == null) {
            throw new IllegalStateException("nobody can have let go of it yet");
        }
        keeper.awaitReady(first);
        keeper.keeping = Thread.ofVirtual().name("embedded-database").start(() -> keeper.keep(first));
        return keeper;
    }

    /** From now on no server is started. */
    synchronized void letGo() {
        letGo.countDown();
    }

    /** Ends the server in order, also one that is just starting, or that somebody else started again from our programs. */
    @Override
    public void close() {
        letGo();
        var running = latest();
        if (running != null) {
            running.stop();
        }
        try {
            if (keeping != null) {
                keeping.join(LONGEST_END);
            }
            if (folder.isServed()) {
                folder.stopLeftOver();
            }
        } catch (IOException | DatabaseStartException e) {
            LOG.warn("A database started beside the portal is left running: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable ServerProcess latest() {
        return server;
    }

    /** One moment with {@link #letGo}: a server launched before it is known to {@link #close}, and none is after it. */
    private synchronized @Nullable ServerProcess launched() throws IOException {
        if (letGo.getCount() == 0) {
            return null;
        }
        var fresh = launch.now();
        server = fresh;
        return fresh;
    }

    /** It holds the accounts' passwords, and is read by then. */
    private void awaitReady(ServerProcess fresh) throws IOException {
        try {
            fresh.awaitReady();
        } finally {
            Files.deleteIfExists(folder.bootstrap());
        }
    }

    private void keep(ServerProcess first) {
        var running = first;
        while (running != null) {
            long since = System.nanoTime();
            running.awaitEnd();
            if (System.nanoTime() - since > LONG_ENOUGH.toNanos()) {
                attempts = 0;
            }
            running = again(running.said());
        }
    }

    /** @return null if no server is to run any more, or none can */
    private @Nullable ServerProcess again(String said) {
        long gone = System.nanoTime();
        var why = said;
        while (attempts < pauses.size()) {
            var pause = pauses.get(attempts++);
            if (isLetGoWithin(pause)) {
                return null;
            }
            try {
                if (servedByAnother()) {
                    gone = System.nanoTime();
                    continue;
                }
                LOG.warn(
                        "The embedded database ended by itself and is started again on the same data (attempt {} of {}); nothing acknowledged is lost",
                        attempts,
                        pauses.size());
                var fresh = launched();
                if (fresh == null) {
                    return null;
                }
                awaitReady(fresh);
                LOG.info("The embedded database is back after {} s", secondsSince(gone));
                return fresh;
            } catch (IOException | DatabaseStartException e) {
                why = String.valueOf(e.getMessage());
                LOG.debug("The attempt failed", e);
            }
        }
        if (letGo.getCount() > 0) {
            LOG.error(
                    "The embedded database does not stay up and is not started any more: put right what it says below (a full disk, too little memory, a damaged file), then stop the portal and start it again; nothing acknowledged is lost.\n  {}",
                    why);
        }
        return null;
    }

    /** Somebody was faster: whatever serves the data serves the portal, and is left alone until it is gone. */
    private boolean servedByAnother() throws IOException {
        if (!folder.isServed()) {
            return false;
        }
        LOG.info("A database somebody else started serves the data by now, and is used");
        attempts = 0;
        while (folder.isServed() && !isLetGoWithin(BETWEEN_LOOKS)) {
            continue;
        }
        return true;
    }

    private boolean isLetGoWithin(Duration pause) {
        try {
            return letGo.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static long secondsSince(long moment) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - moment);
    }
}
