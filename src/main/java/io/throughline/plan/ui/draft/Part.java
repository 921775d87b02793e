package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.plan.DraftDetail;
import java.util.UUID;

/** One section of the editor. */
abstract class Part extends Composite<Div> {

    /** Draws the working copy as it stands; called again after every step. */
    abstract void show(DraftDetail view);

    /** Opens an item's form, as a link to it asks for. */
    void open(UUID item) {}
}
