package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/** The head of a page: what belongs above it, its one h1, what explains it, and its actions. */
public class PageHeader extends Composite<Div> {

    private final Div above = Kit.div("tl-dim");
    private final H1 title = new H1();
    private final Div below = Kit.div("tl-dim");
    private final Div actions = Kit.div("tl-actions");

    public PageHeader(String title) {
        this.title.setText(title);
        getContent().addClassName("tl-page-header");
        getContent().add(Kit.div("tl-titles", above, this.title, below), actions);
        above.setVisible(false);
        below.setVisible(false);
    }

    public PageHeader above(Component... content) {
        above.removeAll();
        above.add(content);
        above.setVisible(true);
        return this;
    }

    public PageHeader below(Component... content) {
        below.removeAll();
        below.add(content);
        below.setVisible(true);
        return this;
    }

    public PageHeader actions(Component... content) {
        actions.removeAll();
        actions.add(content);
        return this;
    }

    public void setTitle(String text) {
        title.setText(text);
    }
}
