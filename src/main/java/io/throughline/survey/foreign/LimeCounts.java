package io.throughline.survey.foreign;

import io.throughline.survey.foreign.Leftover.What;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What LimeSurvey counts over a survey's answers, and we can't: quotas for those who answer alike, points for answers, and
 * what is known of people beforehand. Each is named with the questions it is about.
 */
record LimeCounts(LimeTables tables, LimeTexts texts, Sketch sketch) {

    /** In JSON, or in older files as PHP writes it: {@code s:11:"description";s:4:"Town"}. */
    private static final Pattern DESCRIPTION =
            Pattern.compile("\"description\"\\s*(?::|;\\s*s:\\d+:)\\s*\"((?:[^\"\\\\]|\\\\.){1,200})\"");

    private static final int MOST_NAMED = 50;

    void left() {
        LimeTables.distinct(tables.table("quota"), "id").forEach(this::quota);
        LimeTables.distinct(tables.table("assessments"), "id").forEach(this::assessment);
        boolean counted = !isSwitchedOff();
        tables.table("answers").stream()
                .filter(row -> counted && isPoints(row.getOrDefault("assessment_value", "")))
                .collect(Collectors.groupingBy(row -> row.getOrDefault("qid", ""), TreeMap::new, Collectors.toList()))
                .forEach(this::points);
        people();
    }

    /** Older files have a point at every answer, whether or not anybody counts them. */
    private boolean isSwitchedOff() {
        return tables.table("surveys").stream()
                .map(row -> row.getOrDefault("assessments", ""))
                .anyMatch("N"::equals);
    }

    private void quota(Map<String, String> quota) {
        var members = tables.rows("quota_members", "quota_id", quota.getOrDefault("id", ""));
        var answers = members.stream()
                .limit(MOST_NAMED)
                .map(member -> code(member.getOrDefault("qid", "")) + " = " + member.getOrDefault("code", ""))
                .distinct()
                .collect(Collectors.joining(", "));
        var asked = members.stream()
                .limit(MOST_NAMED)
                .map(member -> code(member.getOrDefault("qid", "")))
                .distinct()
                .collect(Collectors.joining(", "));
        sketch.left(
                asked,
                What.QUOTA,
                quota.getOrDefault("name", "") + ": " + quota.getOrDefault("qlimit", "")
                        + (answers.isEmpty() ? "" : " (" + answers + ")")
                        + (quota.getOrDefault("active", "1").equals("0") ? ", active: 0" : ""));
    }

    private void assessment(Map<String, String> rule) {
        var group = rule.getOrDefault("scope", "T").equals("G") ? rule.getOrDefault("gid", "") : "";
        var names = texts.of("group_l10ns", "groups", "gid", group, "group_name");
        sketch.left(
                names.getOrDefault(texts.mother(), ""),
                What.SCORE,
                rule.getOrDefault("name", "") + " (" + rule.getOrDefault("minimum", "") + " – "
                        + rule.getOrDefault("maximum", "") + "): "
                        + PlainText.of(rule.getOrDefault("message", "")).text());
    }

    private static boolean isPoints(String value) {
        return Sketch.number(value).filter(number -> number.signum() != 0).isPresent();
    }

    private void points(String question, List<Map<String, String>> answers) {
        sketch.left(
                code(question),
                What.SCORE,
                answers.stream()
                        .limit(MOST_NAMED)
                        .map(row -> row.getOrDefault("code", "") + " = " + row.getOrDefault("assessment_value", ""))
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    /** What was known of each before he or she answered, by what it is called. */
    private void people() {
        var written = tables.table("surveys").stream()
                .findFirst()
                .map(row -> row.getOrDefault("attributedescriptions", ""))
                .orElse("");
        var described = DESCRIPTION
                .matcher(written)
                .results()
                .limit(MOST_NAMED)
                .map(found -> found.group(1))
                .collect(Collectors.joining(", "));
        if (!described.isEmpty()) {
            sketch.left("", What.SETTING, "attributedescriptions: " + described);
        }
    }

    private String code(String question) {
        return tables.rows("questions", "qid", question).stream()
                .findFirst()
                .map(row -> row.getOrDefault("title", question))
                .orElse(question);
    }
}
