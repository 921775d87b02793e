package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Duration;

/** Looks again every ten seconds, as long as the page is in sight and somebody is there. */
@Tag("tl-look-again")
@JsModule("context://frontend/look-again.js")
public class LookAgain extends Component {

    public LookAgain(Runnable look) {
        addListener(Look.class, event -> look.run());
    }

    /** Sooner: where something is under way that somebody waits for. */
    public LookAgain every(Duration pause) {
        getElement().setAttribute("pause", String.valueOf(pause.toMillis()));
        return this;
    }

    /** Some seconds have passed. */
    @DomEvent("tl-look")
    public static class Look extends ComponentEvent<LookAgain> {

        public Look(LookAgain source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
