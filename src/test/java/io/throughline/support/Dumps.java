package io.throughline.support;

import io.throughline.shared.database.DatabaseLogins;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes dumps of the database a test runs on, with the program administrators take theirs with. */
@Component
public class Dumps {

    private final DatabaseLogins logins;
    private final Path server;
    private SoftReference<Dump> last = new SoftReference<>(null);

    Dumps(DatabaseLogins logins, @Value("${throughline.database.folder}") Path folder) {
        this.logins = logins;
        this.server = folder.toAbsolutePath().resolve("server");
    }

    /** Shares what did not change with the last one. */
    public Dump take() {
        try {
            var written = Files.createTempFile("dump", ".sql");
            var complaints = Files.createTempFile("dump", ".err");
            var dumping = new ProcessBuilder(
                            server.resolve("bin/mariadb-dump").toString(),
                            "--no-defaults",
                            "--socket=" + logins.url().replaceFirst(".*localSocket=", ""),
                            "--user=" + logins.owner().user(),
                            "--skip-ssl",
                            "--single-transaction",
                            "--triggers",
                            "--hex-blob",
                            "--complete-insert",
                            "--skip-extended-insert",
                            "throughline")
                    .redirectOutput(written.toFile())
                    .redirectError(complaints.toFile());
            dumping.environment().put("MYSQL_PWD", logins.owner().password());
            dumping.environment().put("LD_LIBRARY_PATH", server.resolve("libs").toString());
            if (dumping.start().waitFor() != 0) {
                throw new IllegalStateException("no dump: " + Files.readString(complaints));
            }
            try (var lines = Files.lines(written, StandardCharsets.UTF_8)) {
                var dump = Dump.read(lines, last.get());
                last = new SoftReference<>(dump);
                return dump;
            } finally {
                Files.delete(written);
                Files.delete(complaints);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
