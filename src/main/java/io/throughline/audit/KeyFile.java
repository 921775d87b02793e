package io.throughline.audit;

import io.throughline.audit.chain.TrailKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The installation's signing key, in a file only its owner may read. */
final class KeyFile {

    private KeyFile() {}

    static TrailKey read(Path file) {
        try {
            return TrailKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the audit key " + file + " can't be read", e);
        }
    }

    static TrailKey readOrCreate(Path file) {
        if (!Files.exists(file)) {
            create(file);
        }
        return read(file);
    }

    private static void create(Path file) {
        try {
            var home = file.toAbsolutePath().getParent();
            Files.createDirectories(home);
            var fresh = Files.createTempFile(home, "audit", ".new");
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(fresh, TrailKey.generate().pem());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            // Another portal of this installation was faster: its key is the one.
        } catch (IOException e) {
            throw new UncheckedIOException("the audit key " + file + " can't be written", e);
        }
    }
}
