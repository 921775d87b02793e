package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Copies a text to the clipboard, in the browser alone, and says whether it did. */
@Tag("tl-copy")
@JsModule("context://frontend/copy.js")
public class CopyButton extends Component {

    public CopyButton(String label, String text) {
        getElement().setAttribute("label", label);
        setText(text);
        getElement().setAttribute("done", "✓ " + getTranslation("copy.done"));
        getElement().setAttribute("failed", "! " + getTranslation("copy.failed"));
    }

    /** What it copies from now on. */
    public final void setText(String text) {
        getElement().setAttribute("text", text);
    }
}
