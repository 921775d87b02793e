package io.throughline.survey.foreign;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.foreign.SurveyJsChoices.Option;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** An element of SurveyJS that asks over several rows: a question of ours for each. */
record SurveyJsRows(SurveyJsQuestion question) {

    void matrix() {
        var choices = question.choices();
        var rows = choices.options(element().path("rows"));
        var columns = sketch().limited(name(), choices.options(element().path("columns")));
        count(rows.size(), "matrix");
        boolean each = element()
                .path("eachRowRequired")
                .asBoolean(element().path("isAllRowRequired").asBoolean(false));
        boolean any = element().path("isRequired").asBoolean(false);
        if (any && !each && rows.size() > 1) {
            sketch().left(name(), What.SETTING, "isRequired: true");
        }
        boolean required = each || any && rows.size() == 1;
        for (var row : rows) {
            column(name() + "." + row.value(), title(row.texts()), columns, required);
        }
    }

    private void column(String name, LocalizedText title, List<Option> columns, boolean required) {
        if (element().path("cellType").asString("").equals("checkbox")) {
            question.several(name, title, columns, required);
        } else if (SurveyJsChoices.isRun(columns)) {
            question.scale(name, title, columns, required);
        } else {
            question.single(name, title, columns, required);
        }
    }

    void texts() {
        var fields = element().path("items");
        count(fields.size(), "multipletext");
        for (var field : fields) {
            var name = name() + "." + field.path("name").asString("");
            var words = field.path(field.path("title").isMissingNode() ? "name" : "title");
            question.typed(
                    name,
                    title(question.survey().texts(words)),
                    field,
                    field.path("isRequired").asBoolean(question.isRequired() && fields.size() == 1));
            question.settings(name, field);
        }
        if (question.isRequired() && fields.size() > 1) {
            sketch().left(name(), What.SETTING, "isRequired: true");
        }
    }

    private void count(int rows, String kind) {
        if (rows == 0) {
            sketch().left(name(), What.KIND, kind);
        } else if (rows > 1) {
            sketch().left(name(), What.ROWS, String.valueOf(rows));
        }
    }

    /** What all of them ask and what this one is about, in each language that one of them is written in. */
    private LocalizedText title(Map<String, String> row) {
        var whole = question.survey().texts(element().path("title"));
        var languages = new TreeSet<>(whole.keySet());
        languages.addAll(row.keySet());
        var texts = new TreeMap<String, String>();
        languages.forEach(
                language -> texts.put(language, said(whole, language, name()) + " – " + said(row, language, "")));
        return sketch().text(name(), texts);
    }

    private String said(Map<String, String> texts, String language, String otherwise) {
        return texts.getOrDefault(
                language,
                texts.getOrDefault(
                        question.survey().usual(),
                        texts.values().stream().findFirst().orElse(otherwise)));
    }

    private JsonNode element() {
        return question.element();
    }

    private Sketch sketch() {
        return question.sketch();
    }

    private String name() {
        return question.name();
    }
}
