package io.throughline.shared.database;

import io.throughline.shared.database.DatabaseProperties.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * How tools of the same person reach an embedded database that is running: its logins, for as long as it runs, in a file
 * only that person may read. The passwords die with the server.
 */
final class LoginFile {

    private static final int LINES = 5;

    private LoginFile() {}

    static void write(Path file, DatabaseLogins logins) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                file,
                List.of(
                        logins.url(),
                        logins.app().user(),
                        logins.app().password(),
                        logins.owner().user(),
                        logins.owner().password()));
    }

    /** @throws DatabaseStartException if there is none: the portal is just starting or stopping */
    static DatabaseLogins read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            if (lines.size() == LINES) {
                return new DatabaseLogins(
                        lines.get(0),
                        new Login(lines.get(1), lines.get(2), "localhost"),
                        new Login(lines.get(3), lines.get(4), "localhost"));
            }
        } catch (IOException e) {
            throw new DatabaseStartException("the portal is just starting or stopping: try again in a moment", e);
        }
        throw new DatabaseStartException("the portal is just starting: try again in a moment");
    }
}
