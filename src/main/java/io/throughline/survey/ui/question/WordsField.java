package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.survey.question.Text;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A line or a page of words. */
@Tag("tl-words")
@JsModule("context://frontend/answer-words.js")
class WordsField extends AnswerElement {

    WordsField(Text question, Text.Answer answer, Locale locale) {
        show(new Drawn(question.title().in(locale), question.lines(), limit(question.longest())), answer.words());
    }

    static Text.Answer read(JsonNode value) {
        return new Text.Answer(value.asString(""));
    }

    record Drawn(String title, boolean lines, Limit limit) {}
}
