package io.throughline.survey.export;

import io.throughline.shared.SafeCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Responses for statistics programs: numbers with commas between, codebook and SPSS syntax in one archive. Texts keep their line
 * breaks; SPSS takes a line for a case, so where there are any it gets a second table with each text on one line.
 */
final class ResponseArchive {

    private static final String RESPONSES = "responses.csv";
    private static final String ONE_LINE_EACH = "responses-spss.csv";

    /** 1–9. The usual 6 takes four times as long for a file a tenth smaller. */
    private static final int COMPRESSION = 1;

    private static final Pattern BREAK = Pattern.compile("\\R");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ResponsePages.Asked asked;
    private final Locale locale;
    private final List<ExportColumn> columns;

    /** Of the longest text in each column so far, in bytes of UTF-8. */
    private final int[] widths;

    ResponseArchive(ResponsePages.Asked asked, Locale locale) {
        this.asked = asked;
        this.locale = locale;
        this.columns = ResponseRows.columns(asked.content(), locale);
        this.widths = new int[columns.size()];
    }

    void write(ResponseRows rows, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
            zip.setLevel(COMPRESSION);
            zip.putNextEntry(new ZipEntry(RESPONSES));
            boolean broken = responses(rows, writer, UnaryOperator.identity());
            next(writer, zip, "codebook.csv");
            writer.write(BYTE_ORDER_MARK);
            writer.write(line(Codebook.HEADING, ResponseArchive::onOneLine));
            for (var line : Codebook.lines(columns)) {
                writer.write(line(line, ResponseArchive::onOneLine));
            }
            if (broken) {
                next(writer, zip, ONE_LINE_EACH);
                responses(rows, writer, ResponseArchive::onOneLine);
            }
            next(writer, zip, "import.sps");
            writer.write(Codebook.syntax(columns, broken ? ONE_LINE_EACH : RESPONSES, widths, asked.names()));
        }
    }

    /** @return whether any text in it has more than one line */
    private boolean responses(ResponseRows rows, BufferedWriter writer, UnaryOperator<String> words)
            throws IOException {
        writer.write(BYTE_ORDER_MARK);
        writer.write(line(columns.stream().map(ExportColumn::name).toList(), words));
        var broken = new boolean[1];
        rows.read(asked, locale, row -> Line.of(row, words), line -> {
            broken[0] |= line.broken();
            Arrays.setAll(widths, at -> Math.max(widths[at], line.widths()[at]));
            writer.write(line.text());
        });
        return broken[0];
    }

    /** @param broken whether a text in it has more than one line @param widths of its texts, in bytes */
    private record Line(String text, boolean broken, int[] widths) {

        static Line of(ResponseRows.Row row, UnaryOperator<String> words) {
            var cells = safe(row.cells(), words);
            return new Line(
                    line(cells),
                    row.cells().stream().anyMatch(ResponseArchive::isBroken),
                    cells.stream().mapToInt(ResponseArchive::width).toArray());
        }
    }

    private static String line(List<? extends @Nullable Object> cells, UnaryOperator<String> words) {
        return line(safe(cells, words));
    }

    private static List<Object> safe(List<? extends @Nullable Object> cells, UnaryOperator<String> words) {
        var safe = new ArrayList<Object>(cells.size());
        for (var value : cells) {
            safe.add(cell(value, words));
        }
        return safe;
    }

    private static String line(List<Object> cells) {
        var line = new StringBuilder(2048);
        try (var printer = new CSVPrinter(line, CSVFormat.RFC4180)) {
            for (var cell : cells) {
                printer.print(cell);
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static void next(BufferedWriter writer, ZipOutputStream zip, String name) throws IOException {
        writer.flush();
        zip.putNextEntry(new ZipEntry(name));
    }

    private static int width(Object cell) {
        return cell instanceof String text
                ? text.chars().map(ResponseArchive::bytes).sum()
                : 0;
    }

    /** In UTF-8; each half of a sign that has two counts for two of its four. */
    private static int bytes(int sign) {
        return sign < 0x80 ? 1 : sign < 0x800 || Character.isSurrogate((char) sign) ? 2 : 3;
    }

    private static boolean isBroken(@Nullable Object value) {
        return value instanceof String text && text.chars().anyMatch(ResponseArchive::parts);
    }

    /** Whether some program takes what follows this sign for another line, as {@link #BREAK} does. */
    static boolean parts(int sign) {
        return sign >= '\n' && sign <= '\r' || sign == '\u0085' || sign == '\u2028' || sign == '\u2029';
    }

    private static String onOneLine(String text) {
        return BREAK.matcher(text).replaceAll(" ");
    }

    /** No formula. */
    private static Object cell(@Nullable Object value, UnaryOperator<String> words) {
        return switch (value) {
            case null -> "";
            case Number number -> number;
            default -> SafeCell.of(words.apply(value.toString()));
        };
    }
}
