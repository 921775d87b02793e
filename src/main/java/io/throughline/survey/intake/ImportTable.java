package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** How a file of answers is read as a table, whatever wrote it: its separators, its headings, and lines that say nothing. */
final class ImportTable {

    private static final int MOST_COLUMNS = 2_000;
    private static final int LONGEST_HEADING = 100_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String BEFORE_A_CELL = ",;\t\r\n" + BYTE_ORDER_MARK;

    private ImportTable() {}

    /** The file can't be read on as a table. */
    static final class NoTable extends Exception {

        NoTable(Exception cause) {
            super(cause);
        }
    }

    /** At the first line under the headings, which may stand there twice. */
    static CSVParser parser(BufferedReader reader) throws IOException, NoTable {
        try {
            reader.mark(LONGEST_HEADING);
            var start = new char[LONGEST_HEADING];
            int read = Math.max(0, reader.read(start, 0, LONGEST_HEADING - 1));
            reader.reset();
            var text = new String(start, 0, read);
            if (text.startsWith(BYTE_ORDER_MARK)) {
                var _ = reader.read();
            }
            var parser = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiterOf(text))
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    // Spreadsheets write columns that were once used, or only coloured, as empty ones.
                    .setAllowMissingColumnNames(true)
                    .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                    .get()
                    .parse(reader);
            if (parser.getHeaderNames().size() > MOST_COLUMNS) {
                throw new NoTable(new IllegalArgumentException("more columns than any survey has places"));
            }
            return parser;
        } catch (CharacterCodingException | UncheckedIOException | IllegalArgumentException e) {
            throw new NoTable(e);
        }
    }

    /** IMPORT_HEADING_TWICE, where two columns are called the same: nobody could say which is meant. */
    static Optional<DomainException> twice(List<String> headings) {
        var seen = new HashSet<String>();
        return headings.stream()
                .filter(heading -> !heading.isBlank() && !seen.add(heading))
                .findFirst()
                .map(heading -> new DomainException(SurveyError.IMPORT_HEADING_TWICE, heading));
    }

    /** As spreadsheets write lines under the last one that says something. */
    static boolean isBlank(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    /** Whatever separates the columns of the heading line: spreadsheets write semicolons in many countries. */
    private static char delimiterOf(String text) {
        var heading = unquoted(text);
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(
                        one -> heading.chars().filter(sign -> sign == one).count()))
                .filter(one -> heading.indexOf(one) >= 0)
                .orElse(',');
    }

    /** The heading line without what is quoted in it: a heading may hold anything, commas and line breaks included. */
    private static String unquoted(String text) {
        var bare = new StringBuilder();
        boolean quoted = false;
        boolean begins = true;
        boolean said = false;
        for (char sign : text.toCharArray()) {
            boolean ends = sign == '\n' || sign == '\r';
            if (sign == '"' && (quoted || begins)) {
                quoted = !quoted;
            } else if (!quoted && ends && said) {
                break;
            } else if (!quoted) {
                bare.append(sign);
            }
            said |= !ends && BYTE_ORDER_MARK.indexOf(sign) < 0;
            begins = !quoted && (sign == '"' || BEFORE_A_CELL.indexOf(sign) >= 0);
        }
        return bare.toString();
    }
}
