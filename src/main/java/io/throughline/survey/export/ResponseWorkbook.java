package io.throughline.survey.export;

import io.throughline.shared.SafeCell;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.results.ResultsCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Responses, codebook and figures as a workbook, written row by row; only the figures of an anonymous survey. No text in it
 * is taken for a formula.
 */
final class ResponseWorkbook {

    /** A sheet holds 1,048,576 rows. */
    private static final int ROWS_A_SHEET = 1_000_000;

    private static final int ROWS_AT_ONCE = 200;

    /** The longest text a cell holds, in characters. */
    private static final int LONGEST_CELL = 32_767;

    private final ResponsePages.Asked asked;
    private final Locale locale;
    private final List<ExportColumn> columns;

    ResponseWorkbook(ResponsePages.Asked asked, Locale locale) {
        this.asked = asked;
        this.locale = locale;
        this.columns = ResponseRows.columns(asked.content(), locale);
    }

    /** @param rows null for figures only */
    void write(@Nullable ResponseRows rows, ResultsReport report, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Throughline", "1.0")) {
            if (rows != null) {
                write(rows, book);
            }
            var figures = new Pages(book, "Figures", List.of(ResultsCsv.HEADER));
            ResultsCsv.rows(report, locale, row -> figures.row(new ArrayList<@Nullable Object>(row)));
            figures.end();
        }
    }

    private void write(ResponseRows rows, Workbook book) throws IOException {
        var responses = new Pages(book, "Responses");
        rows.read(asked, locale, row -> row, row -> responses.row(row.cells()));
        responses.end();
        var codebook = new Pages(book, "Codebook", Codebook.HEADING);
        for (var line : Codebook.lines(columns)) {
            codebook.row(line);
        }
        codebook.end();
    }

    /** One table, over as many sheets as it needs. */
    private final class Pages {

        private final Workbook book;
        private final String name;
        private final List<String> heading;
        private Worksheet sheet;
        private int sheets;
        private int at;

        Pages(Workbook book, String name) {
            this(book, name, columns.stream().map(ExportColumn::name).toList());
        }

        Pages(Workbook book, String name, List<String> heading) {
            this.book = book;
            this.name = name;
            this.heading = heading;
            this.sheet = begun();
        }

        private Worksheet begun() {
            var fresh = book.newWorksheet(sheets++ == 0 ? name : name + " " + sheets);
            for (int column = 0; column < heading.size(); column++) {
                fresh.inlineString(0, column, heading.get(column));
            }
            at = 1;
            return fresh;
        }

        void row(List<@Nullable Object> cells) throws IOException {
            if (at >= ROWS_A_SHEET) {
                sheet.finish();
                sheet = begun();
            }
            for (int column = 0; column < cells.size(); column++) {
                cell(column, cells.get(column));
            }
            if (++at % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }

        private void cell(int column, @Nullable Object value) {
            switch (value) {
                case null -> {}
                case Number number -> sheet.value(at, column, number);
                case Boolean yes -> sheet.value(at, column, yes);
                default -> {
                    var text = plain(SafeCell.of(value.toString()));
                    if (!text.isEmpty()) {
                        sheet.inlineString(at, column, text);
                    }
                }
            }
        }

        void end() throws IOException {
            sheet.finish();
        }
    }

    /** What no sheet may hold is left out. */
    private static String plain(String text) {
        var allowed = text.codePoints()
                .filter(XmlText::allows)
                .limit(LONGEST_CELL)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return allowed.length() > LONGEST_CELL ? allowed.substring(0, LONGEST_CELL) : allowed;
    }
}
