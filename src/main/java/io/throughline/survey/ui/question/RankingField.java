package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.Ranking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Items put in order by dragging, by buttons or by typing their rank; ties and unranked items are allowed. */
@Tag("tl-ranking")
@JsModule("context://frontend/answer-ranking.js")
class RankingField extends AnswerElement {

    RankingField(Ranking question, Ranking.Answer answer, Locale locale) {
        show(
                new Drawn(
                        question.title().in(locale),
                        entries(question, locale),
                        getTranslation(
                                "answer.rank.done", open(), question.items().size()),
                        getTranslation("answer.rank.none"),
                        getTranslation("answer.rank.of", open()),
                        getTranslation("answer.rank.up", open()),
                        getTranslation("answer.rank.down", open()),
                        getTranslation("answer.rank.tie", open()),
                        getTranslation("answer.rank.drag"),
                        getTranslation("answer.rank.moved", open(), "{1}"),
                        getTranslation("answer.rank.tied", open(), "{1}"),
                        getTranslation("answer.rank.removed", open())),
                answer.ranks());
    }

    static Ranking.Answer read(Ranking question, JsonNode value) {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        for (var item : question.items()) {
            var rank = value.path(item.key());
            if (rank.isInt()) {
                ranks.put(item.key(), rank.intValue());
            }
        }
        return new Ranking.Answer(ranks);
    }

    record Drawn(
            String title,
            List<Entry> items,
            String done,
            String none,
            String rank,
            String up,
            String down,
            String tie,
            String drag,
            String moved,
            String tied,
            String removed) {}
}
