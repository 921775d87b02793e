package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Hears the keys that take back a step or do it again, wherever no text field is focused. Without it the browser hears them
 * itself and changes a text written before, out of sight.
 */
@Tag("tl-undo-keys")
@JsModule("context://frontend/undo-keys.js")
public class UndoKeys extends Component {

    public UndoKeys(Runnable undo, Runnable redo) {
        addListener(Undo.class, event -> undo.run());
        addListener(Redo.class, event -> redo.run());
    }

    /** Ctrl or ⌘ with Z. */
    @DomEvent("tl-undo")
    public static class Undo extends ComponentEvent<UndoKeys> {

        public Undo(UndoKeys source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** The same with Shift. */
    @DomEvent("tl-redo")
    public static class Redo extends ComponentEvent<UndoKeys> {

        public Redo(UndoKeys source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
