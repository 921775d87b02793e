package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;

/** Where the focus goes when what had it is gone: whoever works by keyboard would start again at the top of the page. */
public final class LostFocus {

    private LostFocus() {}

    /** Only if it is nowhere: whoever went on elsewhere meanwhile stays there. */
    public static void to(Component next) {
        next.getElement().executeJs("if (document.activeElement === document.body) this.focus()");
    }

    /** The same for what is no field or button. */
    public static void toPart(Component part) {
        part.getElement().setAttribute("tabindex", "-1");
        to(part);
    }
}
