package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.OwnWords;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A need in the person's own words. */
@Tag("tl-words")
@JsModule("context://frontend/answer-words.js")
class WordsField extends AnswerElement {

    WordsField(OwnWords question, OwnWords.Answer answer, Locale locale) {
        show(
                new Drawn(
                        question.title().in(locale),
                        OwnWords.MAX_LENGTH,
                        getTranslation("answer.words.count", open(), OwnWords.MAX_LENGTH),
                        getTranslation("answer.words.left", open())),
                answer.words());
    }

    static OwnWords.Answer read(JsonNode value) {
        return new OwnWords.Answer(value.asString(""));
    }

    record Drawn(String title, int most, String count, String left) {}
}
