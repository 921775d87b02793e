package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
import io.throughline.shared.act.ObjectRef;

/** The strip every object's page shows; drawn by the room that can walk the line. */
public interface LineStrips {

    /**
     * The line through this object, as far as the viewer may see it.
     *
     * @param reader whose language it is written in
     */
    Strip through(Component reader, ObjectRef here);
}
