package io.throughline.survey.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the columns and codes of exported responses mean, for people and for SPSS. */
final class Codebook {

    /** SPSS takes 256 bytes and 120 bytes; a character has up to four. */
    private static final int LONGEST_LABEL = 64;

    private static final int LONGEST_MEANING = 30;

    /** The longest text SPSS takes, in bytes. */
    private static final int LONGEST_TEXT = 32_767;

    static final List<String> HEADING = List.of("name", "label", "kind", "value", "meaning");

    private Codebook() {}

    /** Below this heading: a line a column, and one a code. */
    static List<List<@Nullable Object>> lines(List<ExportColumn> columns) {
        var lines = new ArrayList<List<@Nullable Object>>();
        for (var column : columns) {
            var kind = column.kind().name().toLowerCase(Locale.ROOT);
            lines.add(Arrays.asList(column.name(), column.label(), kind, "", ""));
            column.values()
                    .forEach((code, meaning) ->
                            lines.add(Arrays.asList(column.name(), column.label(), kind, code, meaning)));
        }
        return lines;
    }

    /**
     * Commands by which SPSS reads this table of responses, with their labels.
     *
     * @param widths of the texts of each column at most, in bytes: SPSS cuts off what is longer than it was told
     * @param weighed whether the responses have weights: a case without one counts for nothing
     */
    static String syntax(List<ExportColumn> columns, String table, int[] widths, boolean weighed) {
        var text = new StringBuilder("* Encoding: UTF-8.\nSET DECIMAL=DOT.\nGET DATA\n  /TYPE=TXT\n"
                + "  /FILE='" + table + "'\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n  /FIRSTCASE=2\n"
                + "  /DELIMITERS=','\n  /QUALIFIER='\"'\n  /VARIABLES=\n");
        for (int at = 0; at < columns.size(); at++) {
            var column = columns.get(at);
            text.append("    ")
                    .append(column.name())
                    .append(' ')
                    .append(
                            switch (column.kind()) {
                                case NUMBER -> "F20.6";
                                case DAY -> "SDATE10";
                                case TEXT -> "A" + Math.clamp(widths[at], 1, LONGEST_TEXT);
                            })
                    .append('\n');
        }
        text.append(".\nVARIABLE LABELS\n");
        columns.forEach(column -> text.append("  ")
                .append(column.name())
                .append(' ')
                .append(quoted(column.label(), LONGEST_LABEL))
                .append('\n'));
        text.append(".\n");
        columns.stream().filter(column -> !column.values().isEmpty()).forEach(column -> {
            text.append("VALUE LABELS ").append(column.name());
            column.values()
                    .forEach((code, meaning) ->
                            text.append("\n  ").append(code).append(' ').append(quoted(meaning, LONGEST_MEANING)));
            text.append(".\n");
        });
        columns.forEach(column -> column.missing()
                .forEach(code -> text.append("MISSING VALUES ")
                        .append(column.name())
                        .append(" (")
                        .append(code)
                        .append(").\n")));
        return text.append(weighed ? "WEIGHT BY weight_person.\n" : "")
                .append("EXECUTE.\n")
                .toString();
    }

    private static String quoted(String text, int longest) {
        var plain = text.replaceAll("\\s+", " ").replaceAll("\\p{C}", "").strip();
        var cut = plain.codePoints()
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return "'" + cut.toString().replace("'", "''") + "'";
    }
}
