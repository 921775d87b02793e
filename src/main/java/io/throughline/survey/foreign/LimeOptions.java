package io.throughline.survey.foreign;

import io.throughline.survey.foreign.Leftover.What;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows and options of a question of LimeSurvey, in their order.
 *
 * @param pictured whether people choose among pictures: then a text may be nothing but a picture's address
 */
record LimeOptions(LimeTables tables, LimeTexts texts, Sketch sketch, boolean pictured) {

    private static final Pattern PICTURE = Pattern.compile("\\S+\\.(png|jpe?g|gif|svg|webp)", Pattern.CASE_INSENSITIVE);

    /** Its subquestions. @param code names the question */
    List<LimeOption> rows(String question, String code) {
        var all = Stream.of("subquestions", "questions")
                .flatMap(table -> tables.rows(table, "parent_qid", question).stream())
                .filter(LimeOptions::isOfFirstScale)
                .toList();
        return LimeTables.ordered(LimeTables.distinct(all, "qid"), "question_order").stream()
                .map(row -> row(row, code))
                .toList();
    }

    private LimeOption row(Map<String, String> row, String question) {
        var id = row.getOrDefault("qid", "");
        var relevance = row.getOrDefault("relevance", "").strip();
        if (!relevance.isEmpty() && !relevance.equals("1")) {
            sketch.left(question + "_" + row.getOrDefault("title", ""), What.CONDITION, relevance);
        }
        var said = new TreeMap<>(texts.of("question_l10ns", "subquestions", "qid", id, "question"));
        texts.of("", "questions", "qid", id, "question").forEach(said::putIfAbsent);
        return option(question, id, row.getOrDefault("title", id), said);
    }

    /** What may be answered. @param named what the question is called */
    List<LimeOption> answers(String question, String named) {
        var byCode = tables.rows("answers", "qid", question).stream()
                .filter(LimeOptions::isOfFirstScale)
                .collect(Collectors.groupingBy(
                        row -> row.getOrDefault("code", ""), LinkedHashMap::new, Collectors.toList()));
        return LimeTables.ordered(byCode.values().stream().map(List::getFirst).toList(), "sortorder").stream()
                .map(row -> row.getOrDefault("code", ""))
                .map(code -> answer(named, code, byCode.getOrDefault(code, List.of())))
                .toList();
    }

    /** @param rows one, or one for each language in older files */
    private LimeOption answer(String question, String code, List<Map<String, String>> rows) {
        var said = new TreeMap<String, String>();
        var id = rows.getFirst().get("aid");
        if (id != null) {
            said.putAll(texts.of("answer_l10ns", "", "aid", id, "answer"));
        }
        rows.stream()
                .filter(one -> one.containsKey("answer"))
                .forEach(one -> texts.put(said, one.getOrDefault("language", ""), one.getOrDefault("answer", "")));
        return option(question, "", code, said);
    }

    /** One that is a picture and nothing else is called by its code. */
    private LimeOption option(String question, String id, String code, Map<String, String> said) {
        if (pictured) {
            said.replaceAll((_, text) -> {
                boolean picture = PICTURE.matcher(text.strip()).matches();
                if (picture) {
                    sketch.left(question, What.MEDIA, "");
                }
                return picture ? "" : text;
            });
        }
        return new LimeOption(id, code, said);
    }

    /** What is answered before anybody says anything; in a table of texts in later files. */
    String usual(String question) {
        return tables.rows("defaultvalues", "qid", question).stream()
                .map(row -> row.containsKey("defaultvalue")
                        ? row.getOrDefault("defaultvalue", "")
                        : usualText(row.getOrDefault("dvid", "")))
                .filter(value -> !value.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String usualText(String id) {
        return texts.of("defaultvalue_l10ns", "", "dvid", id, "defaultvalue").values().stream()
                .findFirst()
                .orElse("");
    }

    private static boolean isOfFirstScale(Map<String, String> row) {
        return row.getOrDefault("scale_id", "0").equals("0");
    }
}
