package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.BestWorstSets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Set after set: what matters most of these, and what least. */
@Tag("tl-best-worst")
@JsModule("context://frontend/answer-best-worst.js")
class BestWorstField extends AnswerElement {

    /** @param respondent decides the order of sets and items */
    BestWorstField(BestWorst question, BestWorst.Answer answer, Locale locale, UUID respondent) {
        show(
                new Drawn(
                        question.title().in(locale),
                        entries(question, locale),
                        question.shownTo(respondent),
                        getTranslation("answer.set", open(), question.sets().size()),
                        getTranslation(
                                "answer.sets.done", open(), question.sets().size()),
                        getTranslation("answer.most"),
                        getTranslation("answer.least"),
                        getTranslation("answer.most.long"),
                        getTranslation("answer.least.long"),
                        getTranslation("answer.most.open", open()),
                        getTranslation("answer.least.open", open()),
                        getTranslation("answer.options.clear")),
                answer.picks());
    }

    static BestWorst.Answer read(BestWorst question, JsonNode value) {
        Map<Integer, BestWorst.Pick> picks = new HashMap<>();
        for (int set = 0; set < question.sets().size(); set++) {
            var given = value.path(String.valueOf(set));
            var pick = new BestWorst.Pick(
                    item(question.sets().get(set), given.path("best")),
                    item(question.sets().get(set), given.path("worst")));
            if (pick.best() != null || pick.worst() != null) {
                picks.put(set, pick);
            }
        }
        return new BestWorst.Answer(picks);
    }

    private static @Nullable String item(List<String> set, JsonNode value) {
        var key = value.asString("");
        return set.contains(key) ? key : null;
    }

    record Drawn(
            String title,
            List<Entry> items,
            List<BestWorstSets.Shown> sets,
            String set,
            String done,
            String most,
            String least,
            String mostLong,
            String leastLong,
            String mostOpen,
            String leastOpen,
            String clear) {}
}
