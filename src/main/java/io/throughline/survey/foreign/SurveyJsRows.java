package io.throughline.survey.foreign;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.foreign.SurveyJsChoices.Option;
import java.util.List;
import java.util.Map;
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
        boolean any = question.isRequired();
        if (any && !each && rows.size() > 1) {
            sketch().left(name(), What.SETTING, "isRequired: true");
        }
        boolean required = each || any && rows.size() == 1;
        each(rows, asked(columns), required);
    }

    private interface Asked {
        void add(String name, LocalizedText title, boolean required);
    }

    /** What is asked in each row, read once for all of them. */
    private Asked asked(List<Option> columns) {
        if (element().path("cellType").asString("").equals("checkbox")) {
            var choice = question.choice(columns);
            return (name, title, required) -> question.several(name, title, choice, required);
        }
        if (SurveyJsChoices.isRun(columns)) {
            return (name, title, required) -> question.scale(name, title, columns, required);
        }
        var choice = question.choice(columns);
        return (name, title, required) -> question.single(name, title, choice, required);
    }

    private void each(List<Option> rows, Asked asked, boolean required) {
        var whole = question.title();
        for (var row : rows) {
            asked.add(name() + "." + row.value(), title(whole, row.texts(), row.value()), required);
        }
    }

    void texts() {
        var fields = element().path("items");
        count(fields.size(), "multipletext");
        var whole = question.title();
        for (var field : fields) {
            var own = field.path("name").asString("");
            var name = name() + "." + own;
            var words = field.path(field.path("title").isMissingNode() ? "name" : "title");
            boolean required = field.path("isRequired").asBoolean(question.isRequired() && fields.size() == 1);
            new SurveyJsField(question, field, name)
                    .add(title(whole, question.survey().texts(words), own), required);
            question.settings(name, field);
            var condition = field.path("visibleIf").asString("").strip();
            if (!condition.isEmpty()) {
                sketch().left(name, What.CONDITION, condition);
            }
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

    /** @param whole what all of them ask @param called what it is called, where it shows nothing */
    private LocalizedText title(LocalizedText whole, Map<String, String> row, String called) {
        return sketch().about(
                        name(),
                        whole,
                        sketch().called(name(), row, called),
                        question.survey().usual());
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
