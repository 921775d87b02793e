package io.throughline.shared.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives.
 *
 * @param mode embedded: a MariaDB of our own in {@code folder}; external: the one named by {@code url}
 * @param folder the embedded database's home; made at the first start
 * @param url JDBC address of the external database, null when embedded
 * @param app the account the portal works with: no DDL, table-level grants only
 * @param owner the account migrations run with
 * @param attach use an embedded database that is already running, for a tool beside the portal
 */
@ConfigurationProperties("throughline.database")
public record DatabaseProperties(
        @DefaultValue("embedded") Mode mode,
        @DefaultValue("./data") Path folder,
        @Nullable String url,
        @Nullable Login app,
        @Nullable Login owner,
        @DefaultValue("false") boolean attach) {

    public enum Mode {
        EMBEDDED,
        EXTERNAL
    }

    /** @param host the host part of the account as the database knows it ('%' where it may come from anywhere) */
    public record Login(
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("%") String host) {}
}
