package io.throughline.survey.foreign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Conditions kept as rows, as files without expressions have them, written as the expressions they stand for. */
final class LimeConditions {

    private final LimeTables tables;
    private final Sketch sketch;

    LimeConditions(LimeTables tables, Sketch sketch) {
        this.tables = tables;
        this.sketch = sketch;
    }

    /** Of one scenario, all questions looked at must answer, each with any of its values. */
    Map<String, String> byQuestion() {
        return tables.table("conditions").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getOrDefault("qid", ""), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> written(entry.getValue())));
    }

    private String written(List<Map<String, String>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getOrDefault("scenario", "1"), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::scenario)
                .collect(Collectors.joining(" or "));
    }

    private String scenario(List<Map<String, String>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getOrDefault("cfieldname", ""), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> same.stream().map(this::comparison).collect(Collectors.joining(" or ", "(", ")")))
                .collect(Collectors.joining(" and ", "(", ")"));
    }

    private String comparison(Map<String, String> row) {
        var field = row.getOrDefault("cfieldname", "").replaceFirst("^\\+", "");
        // By its number where its name is not its own.
        var asked = tables.rows("questions", "qid", row.getOrDefault("cqid", "")).stream()
                .filter(one -> !sketch.isShared(one.getOrDefault("title", "")))
                .map(one -> one.getOrDefault("title", "")
                        + field.replaceFirst("^(\\d+X\\d+X|Q)" + Pattern.quote(one.getOrDefault("qid", "")) + "_?", "_")
                                .replaceFirst("_$", ""))
                .findFirst()
                .orElse(field);
        var written = row.getOrDefault("value", "").replace("\"", "");
        // A blank is how it writes that there is no answer.
        var value = written.isBlank() ? "" : written;
        var method = row.getOrDefault("method", "==").strip();
        // As LimeSurvey itself writes them out: a question without an answer is one that may be looked at.
        return asked + ".NAOK " + (method.isEmpty() ? "==" : method) + " \"" + value + "\"";
    }
}
