package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.Points;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** 100 points over a list; what is left is shown and announced. */
@Tag("tl-points")
@JsModule("context://frontend/answer-points.js")
class PointsField extends AnswerElement {

    PointsField(Points question, Points.Answer answer, Locale locale) {
        show(
                new Drawn(
                        question.title().in(locale),
                        Points.TOTAL,
                        entries(question, locale),
                        getTranslation("answer.points.left", open()),
                        getTranslation("answer.points.over", open()),
                        getTranslation("answer.points.done"),
                        getTranslation("answer.points.more", open()),
                        getTranslation("answer.points.less", open()),
                        getTranslation("answer.points.spread"),
                        getTranslation("answer.points.undo")),
                answer.points());
    }

    static Points.Answer read(Points question, JsonNode value) {
        Map<String, Integer> points = new LinkedHashMap<>();
        for (var item : question.items()) {
            var given = value.path(item.key());
            if (given.isInt()) {
                points.put(item.key(), given.intValue());
            }
        }
        return new Points.Answer(points);
    }

    record Drawn(
            String title,
            int total,
            List<Entry> items,
            String left,
            String over,
            String done,
            String more,
            String less,
            String spread,
            String undo) {}
}
