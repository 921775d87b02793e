package io.throughline.survey.export;

import io.throughline.survey.results.SafeCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Responses for statistics programs: numbers with commas between, codebook and SPSS syntax in one archive. */
final class ResponseArchive {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private final ResponseRows.Asked asked;
    private final Locale locale;
    private final List<ExportColumn> columns;

    ResponseArchive(ResponseRows.Asked asked, Locale locale) {
        this.asked = asked;
        this.locale = locale;
        this.columns = ResponseRows.columns(asked.content(), locale);
    }

    void write(ResponseRows rows, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
            zip.putNextEntry(new ZipEntry("responses.csv"));
            writer.write(BYTE_ORDER_MARK);
            writer.write(line(columns.stream().map(ExportColumn::name)));
            rows.read(asked, locale, row -> line(row.cells()), writer::write);
            next(writer, zip, "codebook.csv");
            writer.write(BYTE_ORDER_MARK);
            writer.write(line(Stream.of("name", "label", "kind", "value", "meaning")));
            for (var line : Codebook.lines(columns)) {
                writer.write(line(line));
            }
            next(writer, zip, "import.sps");
            writer.write(Codebook.syntax(columns));
        }
    }

    private static void next(BufferedWriter writer, ZipOutputStream zip, String name) throws IOException {
        writer.flush();
        zip.putNextEntry(new ZipEntry(name));
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return line(cells.stream().map(ResponseArchive::cell));
    }

    private static String line(Stream<?> cells) {
        var line = new StringBuilder();
        try (var printer = new CSVPrinter(line, CSVFormat.RFC4180)) {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    /** On one line, since SPSS takes a line for a case; and no formula. */
    private static Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number;
            default -> SafeCell.of(LINE_END.matcher(value.toString()).replaceAll(" "));
        };
    }
}
