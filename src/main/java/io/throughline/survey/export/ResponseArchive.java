package io.throughline.survey.export;

import io.throughline.survey.results.SafeCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Responses for statistics programs: numbers with commas between, codebook and SPSS syntax in one archive. */
final class ResponseArchive {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

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
            var responses = new CSVPrinter(writer, CSVFormat.RFC4180);
            responses.printRecord(columns.stream().map(ExportColumn::name));
            rows.read(
                    asked, locale, cells -> responses.printRecord(cells.stream().map(ResponseArchive::cell)));
            next(writer, zip, "codebook.csv");
            writer.write(BYTE_ORDER_MARK);
            var codebook = new CSVPrinter(writer, CSVFormat.RFC4180);
            codebook.printRecord("name", "label", "kind", "value", "meaning");
            for (var line : Codebook.lines(columns)) {
                codebook.printRecord(line.stream().map(ResponseArchive::cell));
            }
            next(writer, zip, "import.sps");
            writer.write(Codebook.syntax(columns));
        }
    }

    private static void next(BufferedWriter writer, ZipOutputStream zip, String name) throws IOException {
        writer.flush();
        zip.putNextEntry(new ZipEntry(name));
    }

    /** On one line, since SPSS takes a line for a case; and no formula. */
    private static Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number;
            default -> SafeCell.of(value.toString().replaceAll("\\R", " "));
        };
    }
}
