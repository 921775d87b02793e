package io.throughline.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.Kit;
import java.util.List;

/** The page before the house: who we are on one side, one thing to do on the other. */
class DoorPage extends Composite<Div> {

    private static final List<String> STOPS =
            List.of("answer", "need", "requirement", "scope", "change", "delivered", "accepted");

    private final Div card = Kit.div("tl-door-card");
    private final H1 heading = new H1();

    DoorPage(String title, Component... content) {
        getContent().addClassNames("tl-page", "tl-door");
        heading.setText(title);
        heading.getElement().setAttribute("tabindex", "-1");
        card.add(heading);
        card.add(content);
        var main = new Main(card);
        main.addClassName("tl-door-main");
        getContent().add(house(), main);
    }

    /** Below the card. */
    void addBelow(Component content) {
        card.getParent().ifPresent(main -> ((Main) main).add(content));
    }

    void replace(Component... content) {
        card.removeAll();
        card.add(content);
    }

    /** Where the eye and the screen reader go when this page takes the place of another. */
    void focus() {
        heading.getElement().executeJs("this.focus()");
    }

    private Component house() {
        var promise = new Paragraph(getTranslation("people.door.promise"));
        promise.addClassName("tl-door-promise");
        var line = new OrderedList();
        line.addClassName("tl-door-line");
        line.getElement().setAttribute("aria-label", getTranslation("people.door.line"));
        STOPS.forEach(stop -> line.add(new ListItem(
                new Span(getTranslation("people.door.stop." + stop)),
                Kit.dim(getTranslation("people.door.stop." + stop + ".text")))));
        var aside = new Aside(Kit.div("tl-brand", new Span("Throughline")), promise, line);
        aside.addClassName("tl-door-house");
        return aside;
    }
}
