package io.throughline.people.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.people.IssuedLink;
import io.throughline.shared.ui.CopyButton;
import io.throughline.shared.ui.Kit;

/** A one-time link, shown this once. */
class LinkToHandOn extends Composite<Div> {

    LinkToHandOn(IssuedLink link) {
        var field = new TextField(getTranslation("people.handover.link"));
        field.setValue(link.url());
        field.setReadOnly(true);
        field.setWidthFull();
        field.setId("one-time-link");
        var copy = new CopyButton(getTranslation("people.handover.copy"), link.url());
        getContent().addClassName("tl-people-handover");
        getContent().getElement().setAttribute("role", "status");
        getContent()
                .add(
                        new Paragraph(getTranslation(
                                link.mailed() ? "people.handover.mailed" : "people.handover.text", link.name())),
                        field,
                        Kit.row(copy));
    }
}
