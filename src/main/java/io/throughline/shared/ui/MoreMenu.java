package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/**
 * What else can be done on a page, behind one button: links and buttons under one another. The browser opens it, and closes
 * it at Escape, at a press beside it, and once something in it was chosen; the focus goes back to the button then.
 */
public class MoreMenu extends Composite<Div> {

    /** @param id of the menu, as no other on the page has it */
    public MoreMenu(String id, List<Component> acts) {
        var sign = new Span("▾");
        sign.getElement().setAttribute("aria-hidden", "true");
        var button = new NativeButton();
        button.addClassNames("tl-tool", "tl-more-button");
        button.getElement().setAttribute("popovertarget", id);
        button.add(new Span(getTranslation("action.more")), sign);
        var menu = Kit.div("tl-more-menu", acts.toArray(Component[]::new));
        menu.setId(id);
        menu.getElement().setAttribute("popover", "auto");
        menu.getElement().setAttribute("role", "group");
        menu.getElement().setAttribute("aria-label", getTranslation("action.more"));
        getContent().addClassName("tl-more-place");
        getContent().add(button, menu);
    }
}
