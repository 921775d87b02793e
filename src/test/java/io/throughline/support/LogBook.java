package io.throughline.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/**
 * All that the application writes into its log while this is open, of all threads, as production writes it: one JSON object a
 * line with everything that belongs to it. The house's own loggers say more than they would there.
 */
public final class LogBook implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger house = (Logger) LoggerFactory.getLogger("io.throughline");
    private final Level before = house.getLevel();
    private final Writer writer;

    public LogBook(Environment environment) {
        writer = new Writer(environment);
        house.setLevel(Level.DEBUG);
        writer.setContext(root.getLoggerContext());
        writer.start();
        root.addAppender(writer);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.detachAppender(writer);
        house.setLevel(before);
    }

    private final class Writer extends AppenderBase<ILoggingEvent> {

        private final StructuredLogEncoder encoder = new StructuredLogEncoder();

        Writer(Environment environment) {
            var own = new LoggerContext();
            own.putObject(Environment.class.getName(), environment);
            encoder.setContext(own);
            encoder.setFormat("ecs");
            encoder.setCharset(StandardCharsets.UTF_8);
            encoder.start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
        }
    }
}
