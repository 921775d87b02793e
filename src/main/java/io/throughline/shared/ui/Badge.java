package io.throughline.shared.ui;

import com.vaadin.flow.component.html.Span;

/** A status: an icon and a text, tinted. */
public class Badge extends Span {

    /** @param icon one character that says the same as the text; hidden from screen readers */
    public Badge(Tone tone, String icon, String text) {
        addClassName("tl-badge");
        getElement().setAttribute("data-tone", tone.attribute());
        var sign = new Span(icon);
        sign.getElement().setAttribute("aria-hidden", "true");
        add(sign, new Span(text));
    }
}
