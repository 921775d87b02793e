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

    /** Commands by which SPSS reads this table of responses, with their labels. */
    static String syntax(List<ExportColumn> columns, String table) {
        var text = new StringBuilder("* Encoding: UTF-8.\nSET DECIMAL=DOT.\nGET DATA\n  /TYPE=TXT\n"
                + "  /FILE='" + table + "'\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n  /FIRSTCASE=2\n"
                + "  /DELIMITERS=','\n  /QUALIFIER='\"'\n  /VARIABLES=\n");
        columns.forEach(column -> text.append("    ")
                .append(column.name())
                .append(' ')
                .append(
                        switch (column.kind()) {
                            case NUMBER -> "F20.6";
                            case DAY -> "SDATE10";
                            case TEXT -> "A4000";
                        })
                .append('\n'));
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
        return text.append("WEIGHT BY weight_person.\nEXECUTE.\n").toString();
    }

    private static String quoted(String text, int longest) {
        var plain = text.replaceAll("\\s+", " ").replaceAll("\\p{C}", "").strip();
        var cut = plain.codePoints()
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return "'" + cut.toString().replace("'", "''") + "'";
    }
}
