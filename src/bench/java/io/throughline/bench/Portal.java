package io.throughline.bench;

import io.throughline.Throughline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A portal started for a measurement as a process of its own, on a free port and a data folder under target. */
final class Portal implements AutoCloseable {

    static final List<String> JVM = List.of("-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED");

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final int LONGEST_STOP_SECONDS = 180;

    private final Process process;
    private final Path log;
    private final URI address;

    private Portal(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.address = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Starts one without waiting for it.
     *
     * @param program what follows the java command and its options: "-jar x.jar", or "-cp … Main"
     */
    static Portal start(String name, Path home, List<String> options, List<String> program) throws IOException {
        int port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(options);
        command.addAll(program);
        command.addAll(List.of(settings(home, port)));
        Files.createDirectories(Bench.WORK);
        var log = Bench.WORK.resolve(name + ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        var process = builder.start();
        // Whoever interrupts a measurement leaves no portal behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Portal(process, log, port);
    }

    /** One inside this process, so that its services can be called. */
    static ConfigurableApplicationContext here(
            Path home, ApplicationContextInitializer<ConfigurableApplicationContext> more) throws IOException {
        var application = new SpringApplication(Throughline.class);
        application.addInitializers(more);
        return application.run(settings(home, freePort()));
    }

    static ConfigurableApplicationContext here(Path home) throws IOException {
        return here(home, context -> {});
    }

    /** An empty folder under target; the database programs unpacked for an earlier one are kept. */
    static Path freshHome(String name) throws IOException {
        var home = Bench.WORK.resolve(name);
        for (var data : new String[] {"db", "keys", "audit-anchors.jsonl", "world"}) {
            org.springframework.util.FileSystemUtils.deleteRecursively(home.resolve(data));
        }
        Files.createDirectories(home);
        return home;
    }

    private static String[] settings(Path home, int port) {
        return new String[] {
            "--server.address=127.0.0.1",
            "--server.port=" + port,
            "--throughline.database.folder=" + home,
            "--throughline.demo=false",
            "--spring.main.banner-mode=off",
            "--logging.level.root=warn"
        };
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it takes connections. */
    void awaitPort() throws Exception {
        await(() -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
                return socket.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    /** Waits for something the portal will bring about, and fails early where it has died. */
    void await(java.util.function.BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the portal ended; its output is in " + log);
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the portal took too long; its output is in " + log);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Stops it as SIGTERM does, and waits. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
