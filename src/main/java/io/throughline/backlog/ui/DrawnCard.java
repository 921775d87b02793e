package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.survey.ItemSource;
import io.throughline.survey.question.Item;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** Items that were drawn from the backlog: their answers go back to the very requirements, without a question asked. */
class DrawnCard extends Composite<Div> {

    /** @param attach does so, and says how many became evidence now */
    DrawnCard(List<Item> drawn, ItemSource source, IntSupplier attach) {
        var named = source.named(
                drawn.stream().map(Item::requirement).filter(Objects::nonNull).collect(Collectors.toSet()));
        var list = new UnorderedList();
        list.addClassName("tl-list");
        for (var item : drawn) {
            var requirement = item.requirement();
            var known = requirement == null ? null : named.get(requirement);
            if (known != null) {
                list.add(new ListItem(Kit.row(
                        new Span(item.text().in(getLocale())),
                        Kit.dim("→ " + known.key() + " " + known.title().in(getLocale())))));
            }
        }
        var go = new Button(
                getTranslation("backlog.drawn.attach"),
                click -> Notices.done(getTranslation("backlog.drawn.done", attach.getAsInt())));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getContent()
                .add(Kit.card(
                        getTranslation("backlog.drawn"),
                        new Paragraph(getTranslation("backlog.drawn.text")),
                        list,
                        Kit.row(go)));
    }
}
