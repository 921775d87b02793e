package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.stats.Judgements;
import io.throughline.survey.question.stats.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Pair after pair, which of the two counts more and by how much; whether it all fits together is shown as it is given. */
@Tag("tl-pairwise")
@JsModule("context://frontend/answer-pairwise.js")
class PairwiseField extends AnswerElement {

    PairwiseField(Pairwise question, Pairwise.Answer answer, Locale locale) {
        int pairs = question.pairs().size();
        show(
                new Drawn(
                        question.title().in(locale),
                        entries(question, locale),
                        Settings.STANDARD.randomIndex(),
                        Judgements.ACCEPTABLE,
                        getTranslation("answer.pair", open(), pairs),
                        getTranslation("answer.pair.question", open(), "{1}"),
                        getTranslation("answer.pair.done", open(), pairs),
                        getTranslation("answer.pair.same"),
                        Stream.of(3, 5, 7, 9)
                                .map(step -> getTranslation("answer.pair.more." + step))
                                .toList(),
                        getTranslation("answer.pair.more", open(), "{1}"),
                        getTranslation("answer.pair.fits", open()),
                        getTranslation("answer.pair.contradicts", open()),
                        getTranslation("answer.pair.again"),
                        getTranslation("answer.pair.doubtful", open(), "{1}"),
                        getTranslation("answer.options.clear")),
                answer.judgements());
    }

    static Pairwise.Answer read(Pairwise question, JsonNode value) {
        Map<String, Integer> judgements = new LinkedHashMap<>();
        for (var pair : question.pairs()) {
            var given = value.path(pair);
            if (given.isInt()) {
                judgements.put(pair, given.intValue());
            }
        }
        return new Pairwise.Answer(judgements);
    }

    record Drawn(
            String title,
            List<Entry> items,
            List<Double> random,
            double acceptable,
            String pair,
            String question,
            String done,
            String same,
            List<String> steps,
            String more,
            String fits,
            String contradicts,
            String again,
            String doubtful,
            String clear) {}
}
