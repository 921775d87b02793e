package io.throughline.survey.campaign;

import io.throughline.people.Customer;
import io.throughline.people.Customers;
import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyError;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A list of e-mail addresses as a CSV file: a column called email, e-mail or mail, or without any heading the first
 * column. Comma or semicolon.
 */
public final class AudienceFile {

    static final int MOST_ROWS = 5_000;
    static final int MOST_CHARACTERS = 1_000_000;

    private static final Set<String> NAMES = Set.of("email", "e-mail", "mail");

    private AudienceFile() {}

    /** @param number counted as an editor does, from 1 */
    public record Line(long number, String address) {}

    /** @throws DomainException AUDIENCE_UNREADABLE, AUDIENCE_TOO_LARGE */
    public static List<Line> read(String csv) {
        if (csv.length() > MOST_CHARACTERS) {
            throw new DomainException(SurveyError.AUDIENCE_TOO_LARGE, MOST_ROWS);
        }
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        var start = text.lines().findFirst().orElse("");
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(start.contains(";") ? ';' : ',')
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            var records = records(parser);
            if (records.isEmpty()) {
                throw new DomainException(SurveyError.AUDIENCE_UNREADABLE);
            }
            var first = records.getFirst().record();
            boolean headed = !first.get(0).contains("@") || column(first) >= 0;
            int column = headed ? column(first) : 0;
            var body = headed ? records.subList(1, records.size()) : records;
            if (column < 0 || body.isEmpty()) {
                throw new DomainException(SurveyError.AUDIENCE_UNREADABLE);
            }
            if (body.size() > MOST_ROWS) {
                throw new DomainException(SurveyError.AUDIENCE_TOO_LARGE, MOST_ROWS);
            }
            return body.stream().map(row -> line(row, column)).toList();
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw new DomainException(SurveyError.AUDIENCE_UNREADABLE);
        }
    }

    /** @param end the line it ends in: empty lines and line breaks within a cell are lines, too */
    private record Numbered(CSVRecord record, long end) {}

    private static List<Numbered> records(CSVParser parser) {
        var records = new ArrayList<Numbered>();
        for (var rows = parser.iterator(); records.size() < MOST_ROWS + 2 && rows.hasNext(); ) {
            records.add(new Numbered(rows.next(), parser.getCurrentLineNumber()));
        }
        return records;
    }

    private static int column(CSVRecord heading) {
        return IntStream.range(0, heading.size())
                .filter(place -> NAMES.contains(heading.get(place).toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(-1);
    }

    private static Line line(Numbered row, int column) {
        return new Line(row.end(), column < row.record().size() ? row.record().get(column) : "");
    }

    /** What each line means, by who is known under its address. */
    public static List<AudienceRow> judge(List<Line> lines, Map<String, Customer> known) {
        var seen = new HashSet<String>();
        return lines.stream()
                .map(line -> {
                    var key = Customers.addressKey(line.address());
                    return row(line, known.get(key), !seen.add(key));
                })
                .toList();
    }

    private static AudienceRow row(Line line, @Nullable Customer found, boolean again) {
        var verdict = found == null ? AudienceVerdict.UNKNOWN : again ? AudienceVerdict.DOUBLED : AudienceVerdict.FOUND;
        return new AudienceRow(line.number(), line.address(), verdict, found);
    }
}
