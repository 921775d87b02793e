package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.BiConsumer;

/** Its children can be dragged by what has the class {@code tl-handle} in them; each needs buttons that do the same. */
@Tag("tl-reorder")
@JsModule("context://frontend/reorder.js")
class Reorder extends Component implements HasComponents {

    /** @param moved gets the places before and after, from 0 */
    Reorder(BiConsumer<Integer, Integer> moved) {
        addListener(Move.class, move -> {
            int children = (int) getChildren().count();
            if (move.from >= 0 && move.from < children && move.to >= 0 && move.to < children) {
                moved.accept(move.from, move.to);
            }
        });
    }

    /** A child was dropped. */
    @DomEvent("tl-move")
    public static class Move extends ComponentEvent<Reorder> {

        private final int from;
        private final int to;

        public Move(
                Reorder source,
                boolean fromClient,
                @EventData("event.detail.from") int from,
                @EventData("event.detail.to") int to) {
            super(source, fromClient);
            this.from = from;
            this.to = to;
        }
    }
}
