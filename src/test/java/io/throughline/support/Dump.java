package io.throughline.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A dump of the whole database, as {@code mariadb-dump} writes it: all rows of all tables, each table's in the order in which
 * they lie in it (that of its primary key), and how far every counter is.
 *
 * @param text as it was written
 * @param rows in its order
 * @param counters by the name of their table or sequence
 */
public record Dump(String text, List<Row> rows, Map<String, String> counters) {

    private static final Pattern UUIDS = Pattern.compile(
            "(?<![0-9a-f])[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}(?![0-9a-f])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INSERT = Pattern.compile("INSERT INTO `(\\w+)` \\((.*?)\\) VALUES \\((.*)\\);");
    private static final Pattern COUNTER = Pattern.compile("SETVAL\\(`(\\w+)`, (\\d+)");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE `(\\w+)`");
    private static final Pattern NEXT = Pattern.compile("AUTO_INCREMENT=(\\d+)");

    /** @param cells by column; those that are null are left out */
    public record Row(String table, Map<String, String> cells) {

        /** All ids that stand in it, also inside longer texts and without dashes. */
        public Set<String> ids() {
            var ids = new HashSet<String>();
            cells.values()
                    .forEach(cell -> UUIDS.matcher(cell)
                            .results()
                            .map(found -> found.group().toLowerCase(Locale.ROOT).replace("-", ""))
                            .forEach(ids::add));
            return ids;
        }

        public boolean says(String word) {
            return cells.values().stream().anyMatch(cell -> cell.contains(word));
        }

        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    static Dump read(String text) {
        var rows = new ArrayList<Row>();
        var counters = new TreeMap<String, String>();
        var table = "";
        for (var line : text.split("\n")) {
            var insert = INSERT.matcher(line);
            var counter = COUNTER.matcher(line);
            var made = TABLE.matcher(line);
            var next = NEXT.matcher(line);
            if (insert.matches()) {
                rows.add(new Row(insert.group(1), cells(insert.group(2), insert.group(3))));
            } else if (counter.find()) {
                counters.put(counter.group(1), counter.group(2));
            } else if (made.find()) {
                table = made.group(1);
            } else if (line.startsWith(")") && next.find()) {
                counters.put(table, next.group(1));
            }
        }
        return new Dump(text, List.copyOf(rows), Map.copyOf(counters));
    }

    private static Map<String, String> cells(String columns, String values) {
        var names = columns.replace("`", "").split(",\\s*");
        var cells = new LinkedHashMap<String, String>();
        int at = 0;
        for (var name : names) {
            var value = new StringBuilder();
            boolean quoted = values.charAt(at) == '\'';
            for (at += quoted ? 1 : 0; at < values.length(); at++) {
                char sign = values.charAt(at);
                if (quoted && sign == '\\') {
                    value.append(values.charAt(++at));
                } else if (sign == (quoted ? '\'' : ',')) {
                    break;
                } else {
                    value.append(sign);
                }
            }
            at += quoted ? 2 : 1;
            if (quoted || !value.toString().equals("NULL")) {
                cells.put(name, value.toString());
            }
        }
        return cells;
    }

    public List<Row> of(String table) {
        return rows.stream().filter(row -> row.table().equals(table)).toList();
    }

    /** Those of a table in which an id stands. */
    public List<Row> of(String table, Object id) {
        var written = id.toString().replace("-", "");
        return of(table).stream().filter(row -> row.ids().contains(written)).toList();
    }

    /** Rows that stand in this one and not in an earlier one, changed ones included. */
    public List<Row> since(Dump earlier) {
        var before = new HashSet<>(earlier.rows);
        return rows.stream().filter(row -> !before.contains(row)).toList();
    }
}
