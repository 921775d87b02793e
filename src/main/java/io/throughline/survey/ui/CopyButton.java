package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Copies a text to the clipboard, in the browser alone, and says whether it did. */
@Tag("tl-copy")
@JsModule("context://frontend/copy.js")
class CopyButton extends Component {

    CopyButton(String label, String text) {
        getElement().setAttribute("label", label);
        getElement().setAttribute("text", text);
        getElement().setAttribute("done", "✓ " + getTranslation("surveys.invitation.copied"));
        getElement().setAttribute("failed", "! " + getTranslation("surveys.invitation.not-copied"));
    }
}
