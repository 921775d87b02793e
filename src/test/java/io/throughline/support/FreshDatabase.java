package io.throughline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.FileSystemUtils;

/** Starts a test run on an empty database; the unpacked server of an earlier run is kept. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var folder = Path.of(context.getEnvironment().getRequiredProperty("throughline.database.folder"));
        try {
            FileSystemUtils.deleteRecursively(folder.resolve("db"));
            Files.deleteIfExists(folder.resolve("audit-anchors.jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
