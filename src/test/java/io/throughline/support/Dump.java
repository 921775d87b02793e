package io.throughline.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dump of the whole database, as {@code mariadb-dump} writes it: all rows of all tables, each table's in the order in which
 * they lie in it (that of its primary key), and how far every counter is.
 *
 * @param written rows by their lines, in its order
 * @param frame the other lines
 * @param counters by the name of their table or sequence
 */
public record Dump(Map<String, Row> written, List<String> frame, Map<String, String> counters) {

    private static final Pattern UUIDS = Pattern.compile(
            "(?<![0-9a-f])[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}(?![0-9a-f])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MARK = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}|[0-9a-f]{64}|[^\\s@]+@[^\\s@]+|0x[0-9A-F]{16,}");
    private static final Pattern INSERT = Pattern.compile("INSERT INTO `(\\w+)` \\((.*?)\\) VALUES \\((.*)\\);");
    private static final Pattern COUNTER = Pattern.compile("SETVAL\\(`(\\w+)`, (\\d+)");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE `(\\w+)`");
    private static final Pattern NEXT = Pattern.compile("AUTO_INCREMENT=(\\d+)");

    /**
     * @param cells by column; those that are null are left out
     * @param ids all that stand in it, also inside longer texts, without dashes
     * @param joints all that could join it to another row: ids, and cells that are a time, a hash, an address or a locked value
     */
    public record Row(String table, Map<String, String> cells, Set<String> ids, Set<String> joints) {

        static Row of(String table, Map<String, String> cells) {
            var ids = new HashSet<String>();
            cells.values()
                    .forEach(cell -> UUIDS.matcher(cell)
                            .results()
                            .map(found -> found.group().toLowerCase(Locale.ROOT).replace("-", ""))
                            .forEach(ids::add));
            var joints = new HashSet<>(ids);
            cells.values().stream().filter(MARK.asMatchPredicate()).forEach(joints::add);
            return new Row(table, cells, ids, joints);
        }

        public boolean says(String word) {
            return cells.values().stream().anyMatch(cell -> cell.contains(word));
        }

        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** @param earlier of the same database, whose rows that stand here unchanged are taken from it: a dump may be large */
    static Dump read(Stream<String> written, @Nullable Dump earlier) {
        var rows = new LinkedHashMap<String, Row>();
        var frame = new ArrayList<String>();
        var counters = new TreeMap<String, String>();
        var table = "";
        for (var lines = written.iterator(); lines.hasNext(); ) {
            var line = lines.next();
            var known = earlier == null ? null : earlier.written.get(line);
            var insert = INSERT.matcher(line);
            if (known != null) {
                rows.put(line, known);
            } else if (insert.matches()) {
                rows.put(line, Row.of(insert.group(1), cells(insert.group(2), insert.group(3))));
            } else {
                frame.add(line);
                var counter = COUNTER.matcher(line);
                var made = TABLE.matcher(line);
                var next = NEXT.matcher(line);
                if (counter.find()) {
                    counters.put(counter.group(1), counter.group(2));
                } else if (made.find()) {
                    table = made.group(1);
                } else if (line.startsWith(")") && next.find()) {
                    counters.put(table, next.group(1));
                }
            }
        }
        return new Dump(rows, List.copyOf(frame), Map.copyOf(counters));
    }

    /** In the order of their tables, and as they lie there. */
    public Collection<Row> rows() {
        return written.values();
    }

    /** Whether this stands anywhere in it. */
    public boolean says(String words) {
        return written.keySet().stream().anyMatch(line -> line.contains(words))
                || frame.stream().anyMatch(line -> line.contains(words));
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
        return rows().stream().filter(row -> row.table().equals(table)).toList();
    }

    /** Those of a table in which an id stands. */
    public List<Row> of(String table, Object id) {
        var written = id.toString().replace("-", "");
        return of(table).stream().filter(row -> row.ids().contains(written)).toList();
    }

    /** Rows that stand in this one and not in an earlier one, changed ones included. */
    public List<Row> since(Dump earlier) {
        return written.entrySet().stream()
                .filter(row -> !earlier.written.containsKey(row.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
