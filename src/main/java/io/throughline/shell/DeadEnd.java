package io.throughline.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Kit;

/** Instead of a page: what happened, and the way on. */
class DeadEnd extends Composite<Div> {

    DeadEnd(String title, String text) {
        getContent().addClassNames("tl-empty", "tl-dead-end");
        getContent().add(new H1(title), new Paragraph(text), Kit.link("", getTranslation("shell.not-found.home")));
    }
}
