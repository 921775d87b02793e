package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.ImportReport;
import io.throughline.survey.ImportedCell;
import io.throughline.survey.LineError;
import io.throughline.survey.ResponseImport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * {@code import-responses FILE --survey KEY [--map MAPFILE] [--dry-run]}: whoever may start this program on the server may
 * import. Ends the process: 0 imported (or would be), 1 nothing imported, 2 not understood.
 */
@Component
@Order(1_000)
class ImportCommand implements ApplicationRunner {

    private static final String NAME = "import-responses";
    private static final long LARGEST_FILE = 20_000_000;
    private static final int LOOKS = 300;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ResponseImport imports;
    private final Texts texts;
    private final JdbcClient jdbc;
    private final ConfigurableApplicationContext context;

    ImportCommand(ResponseImport imports, Texts texts, JdbcClient jdbc, ConfigurableApplicationContext context) {
        this.imports = imports;
        this.texts = texts;
        this.jdbc = jdbc;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var given = List.of(arguments.getSourceArgs());
        int start = given.indexOf(NAME);
        if (start >= 0) {
            int code = run(given.subList(start + 1, given.size()), System.out);
            awaitListeners();
            System.exit(SpringApplication.exit(context, () -> code));
        }
    }

    /** Words that came in are still on their way to the backlog; what is not there in time is sent at the next start. */
    private void awaitListeners() {
        try {
            for (int look = 0; look < LOOKS && waiting() > 0; look++) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int waiting() {
        return jdbc.sql("select count(*) from EVENT_PUBLICATION where COMPLETION_DATE is null")
                .query(Integer.class)
                .single();
    }

    int run(List<String> arguments, PrintStream out) {
        var call = Call.parse(arguments);
        if (call == null) {
            out.println(text("survey.import.usage"));
            return 2;
        }
        var before = SecurityContextHolder.getContext();
        var system = SecurityContextHolder.createEmptyContext();
        system.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                NAME, null, AuthorityUtils.createAuthorityList("ROLE_ADMINISTRATOR")));
        SecurityContextHolder.setContext(system);
        try {
            var file = read(call.file());
            var given = call.map();
            var map = given == null ? recognised(call.survey(), file, out) : read(given);
            return tell(imports.importResponses(call.survey(), map, file, call.dryRun()), out);
        } catch (DomainException e) {
            out.println(texts.of(e, Locale.ENGLISH));
            return 1;
        } catch (Unreadable e) {
            out.println(text(e.key, e.path));
            return 2;
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** A file without a map is an export of the portal. */
    private String recognised(String survey, String file, PrintStream out) {
        var recognised = imports.recognise(survey, file);
        out.println(text("survey.import.recognised"));
        out.println(recognised.map());
        recognised.leftOut().forEach(number -> out.println(text("survey.import.left-out", number)));
        return recognised.map();
    }

    private int tell(ImportReport report, PrintStream out) {
        for (var error : report.errors()) {
            out.println(text(
                    "survey.import.line",
                    String.valueOf(error.line()),
                    texts.of(error.error(), Locale.ENGLISH),
                    error.cells().size(),
                    error.cells().stream().map(this::told).collect(Collectors.joining(", "))));
        }
        if (report.wrong() > 0) {
            int more = report.wrong() - LineError.lines(report.errors());
            if (more > 0) {
                out.println(text("survey.import.more", more));
            }
            out.println(text("survey.import.refused", report.lines()));
            return 1;
        }
        out.println(text(report.done() ? "survey.import.done" : "survey.import.would", report.fresh(), report.known()));
        return 0;
    }

    private String told(ImportedCell cell) {
        return text(
                "survey.import.cell", cell.column(), cell.value(), cell.value().length());
    }

    private static String read(Path path) throws Unreadable {
        try {
            if (Files.size(path) > LARGEST_FILE) {
                throw new Unreadable("survey.import.too-large", path);
            }
            try (var file = ImportFile.open(path)) {
                return file.read(reader -> {
                    var text = new StringWriter();
                    reader.transferTo(text);
                    return text.toString();
                });
            }
        } catch (UncheckedIOException e) {
            throw new Unreadable(
                    e.getCause() instanceof CharacterCodingException
                            ? "survey.import.not-utf8"
                            : "survey.import.unreadable",
                    path);
        } catch (IOException e) {
            throw new Unreadable("survey.import.unreadable", path);
        }
    }

    /** A file that can't be taken in, and why. */
    private static final class Unreadable extends Exception {

        private final String key;
        private final String path;

        Unreadable(String key, Path path) {
            super(key);
            this.key = key;
            this.path = path.toString();
        }
    }

    private String text(String key, Object... arguments) {
        return texts.getTranslation(key, Locale.ENGLISH, arguments);
    }

    private record Call(Path file, String survey, @Nullable Path map, boolean dryRun) {

        /** Null if it makes no sense. */
        static @Nullable Call parse(List<String> arguments) {
            var files = new ArrayList<String>();
            String survey = null;
            String map = null;
            boolean dryRun = false;
            for (int i = 0; i < arguments.size(); i++) {
                var argument = arguments.get(i);
                switch (argument) {
                    case "--dry-run" -> dryRun = true;
                    case "--survey" -> survey = ++i < arguments.size() ? arguments.get(i) : null;
                    case "--map" -> {
                        if (++i == arguments.size()) {
                            return null;
                        }
                        map = arguments.get(i);
                    }
                    default -> {
                        // Settings of the application itself (--spring…=…) are none of ours.
                        if (!argument.startsWith("--")) {
                            files.add(argument);
                        } else if (!argument.contains("=")) {
                            return null;
                        }
                    }
                }
            }
            return files.size() == 1 && survey != null
                    ? new Call(Path.of(files.getFirst()), survey, map == null ? null : Path.of(map), dryRun)
                    : null;
        }
    }
}
