package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Doubt;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import java.util.stream.Collectors;

/** What may be a slip in an answer, said before it is submitted. Nothing has to be done about it. */
class DoubtHints extends Composite<UnorderedList> {

    DoubtHints(Question question, Answer answer) {
        getContent().addClassName("answer-hints");
        question.doubts(answer)
                .forEach(doubt -> getContent().add(new ListItem(new Badge(Tone.INFO, "?", words(question, doubt)))));
        setVisible(getContent().getComponentCount() > 0);
    }

    private String words(Question question, Doubt doubt) {
        var named = doubt.items().stream()
                .map(key -> getTranslation("answer.doubt.item", text(question, key)))
                .collect(Collectors.joining(", "));
        return getTranslation("answer.doubt." + doubt.kind(), named);
    }

    private String text(Question question, String key) {
        return question.items().stream()
                .filter(item -> item.key().equals(key))
                .map(Item::text)
                .findFirst()
                .map(text -> text.in(getLocale()))
                .orElse(key);
    }
}
