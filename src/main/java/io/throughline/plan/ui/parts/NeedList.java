package io.throughline.plan.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.plan.ui.parts.Behind.Voice;
import io.throughline.shared.ui.Kit;
import java.util.List;
import java.util.function.Function;

/** Needs, one below the other, each with the number of answers behind it and some people's own words. */
public class NeedList extends Composite<UnorderedList> {

    /** @param about what is to be said of a need here: badges, dates */
    public NeedList(List<Voice> voices, Function<Voice, List<? extends Component>> about) {
        getContent().addClassNames("tl-list", "plan-needs");
        voices.forEach(voice -> getContent().add(item(voice, about.apply(voice))));
    }

    private ListItem item(Voice voice, List<? extends Component> about) {
        var href = voice.href();
        var title = voice.key() + " " + voice.title();
        var head = Kit.row(
                href == null ? new Span(title) : Kit.link(href, title),
                Kit.dim(getTranslation("need.answers", voice.answers())));
        head.addClassName("plan-need-title");
        var item = new ListItem();
        if (!about.isEmpty()) {
            item.add(Kit.row(about.toArray(Component[]::new)));
        }
        item.add(head);
        voice.words().forEach(words -> item.add(Kit.quote(words.text(), words.source())));
        return item;
    }
}
