package io.throughline.storm;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** The line to one {@link StormPortal}, as long as that lives. */
final class PortalLine {

    private static final int LONGEST_REPLY_SECONDS = 30;
    private static final int REMARKS = 40;

    private final Process process;
    private final PrintStream calls;
    private final AtomicLong number = new AtomicLong();
    private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final List<String> remarks = new ArrayList<>();

    private volatile String trouble = "nothing";

    private PortalLine(Process process) {
        this.process = process;
        this.calls = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread.ofVirtual().start(() -> read(process.inputReader(StandardCharsets.UTF_8)));
    }

    /** Starts a portal and waits until it takes calls. */
    static PortalLine start(Path folder, List<String> options) throws Exception {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .replace(";", File.pathSeparator),
                StormPortal.class.getName(),
                folder.toString()));
        var line = new PortalLine(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        Runtime.getRuntime().addShutdownHook(new Thread(line.process::destroy));
        line.ready.get(5, TimeUnit.MINUTES);
        return line;
    }

    /** @return what it says; empty if nothing is known of the call, which may or may not have been done */
    Optional<String> call(String what) throws InterruptedException {
        var key = Long.toString(number.incrementAndGet());
        var reply = new CompletableFuture<String>();
        waiting.put(key, reply);
        calls.println(key + " " + what);
        if (!process.isAlive()) {
            reply.completeExceptionally(new IOException("the portal is gone"));
        }
        try {
            return Optional.of(reply.get(LONGEST_REPLY_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            trouble = String.valueOf(e.getMessage());
            return Optional.empty();
        } finally {
            waiting.remove(key);
        }
    }

    private void read(BufferedReader said) {
        try {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(StormPortal.READY)) {
                    ready.complete(null);
                } else if (line.startsWith("= ") || line.startsWith("! ")) {
                    hear(line.split(" ", 3));
                } else if (remarks.size() < REMARKS) {
                    remarks.add(line);
                }
            }
        } catch (IOException | UncheckedIOException killed) {
            // What it had not said to its end is not known.
        }
        var gone = new IOException("the portal is gone. It said:\n" + String.join("\n", remarks));
        ready.completeExceptionally(gone);
        waiting.values().forEach(one -> one.completeExceptionally(gone));
    }

    private void hear(String[] said) {
        var reply = waiting.get(said[1]);
        if (reply != null && said[0].equals("=")) {
            reply.complete(said[2]);
        } else if (reply != null) {
            reply.completeExceptionally(new IOException(said[2]));
        }
    }

    /** Why nothing is known of the latest such call. */
    String trouble() {
        return trouble;
    }

    /** With signal 9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** In order, its database too. */
    void stop() throws InterruptedException {
        calls.close();
        process.waitFor();
    }
}
