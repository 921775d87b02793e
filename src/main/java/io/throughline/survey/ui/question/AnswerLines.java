package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of a summary: items with what was said of them, one below the other. */
abstract class AnswerLines extends Composite<Div> {

    final Component line(Item item, String figure) {
        return new ListItem(new Span(item.text().in(getLocale())), new Span(figure));
    }

    static Component list(List<Component> lines) {
        var list = new UnorderedList();
        lines.forEach(list::add);
        return list;
    }

    /** Of the item with this key; a dash where nothing was chosen. */
    final String text(Question question, @Nullable String key) {
        return question.items().stream()
                .filter(item -> item.key().equals(key))
                .map(item -> item.text().in(getLocale()))
                .findFirst()
                .orElse("–");
    }

    final void add(Component... parts) {
        getContent().add(parts);
    }
}
