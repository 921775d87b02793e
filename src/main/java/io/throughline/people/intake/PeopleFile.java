package io.throughline.people.intake;

import io.throughline.people.PeopleError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Role;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV file of people: columns name, email, roles and organisation, and language if there is one, in any order,
 * comma or semicolon.
 */
public final class PeopleFile {

    static final int MOST_ROWS = 2_000;
    static final int MOST_CHARACTERS = 1_000_000;

    private static final Set<String> COLUMNS = Set.of("name", "email", "roles", "organisation");

    private PeopleFile() {}

    /** @throws DomainException IMPORT_UNREADABLE, IMPORT_TOO_LARGE */
    public static List<PeopleLine> read(String csv) {
        if (csv.length() > MOST_CHARACTERS) {
            throw new DomainException(PeopleError.IMPORT_TOO_LARGE, MOST_ROWS);
        }
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        var header = text.lines().findFirst().orElse("");
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(header.contains(";") ? ';' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            var present = parser.getHeaderNames().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            if (!present.containsAll(COLUMNS)) {
                throw new DomainException(PeopleError.IMPORT_UNREADABLE);
            }
            var lines = new ArrayList<PeopleLine>();
            for (var row : parser) {
                if (lines.size() == MOST_ROWS) {
                    throw new DomainException(PeopleError.IMPORT_TOO_LARGE, MOST_ROWS);
                }
                lines.add(line(row, parser.getCurrentLineNumber()));
            }
            if (lines.isEmpty()) {
                throw new DomainException(PeopleError.IMPORT_UNREADABLE);
            }
            return lines;
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw new DomainException(PeopleError.IMPORT_UNREADABLE);
        }
    }

    private static PeopleLine line(CSVRecord row, long number) {
        return new PeopleLine(
                number,
                cell(row, "name"),
                cell(row, "email"),
                roles(cell(row, "roles")),
                cell(row, "organisation"),
                row.isMapped("language") ? cell(row, "language") : "");
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    /** Roles as in "manager | project manager"; empty where one of them is unknown. */
    private static Optional<Set<Role>> roles(String text) {
        var names = Arrays.stream(text.split("[|/+]", -1))
                .map(name -> name.strip().replaceAll("[\\s-]+", "_").toUpperCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        var known = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());
        if (!known.containsAll(names)) {
            return Optional.empty();
        }
        var roles = EnumSet.noneOf(Role.class);
        names.stream().map(Role::valueOf).forEach(roles::add);
        return Optional.of(roles);
    }
}
