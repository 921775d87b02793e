package io.throughline.trace.ui;

import com.vaadin.flow.component.UI;
import io.throughline.shared.act.ObjectRef;
import org.springframework.modulith.NamedInterface;

/** The ways into this room. */
@NamedInterface("navigation")
public final class TraceNavigation {

    public static final String MY_NEEDS = "my-needs";

    private TraceNavigation() {}

    public static String lineHref(ObjectRef object) {
        return "trace/" + object.kind() + "/" + object.id();
    }

    public static void navigateToMyNeeds() {
        UI.getCurrent().navigate(MY_NEEDS);
    }

    public static void navigateToLine(ObjectRef object) {
        UI.getCurrent().navigate(lineHref(object));
    }
}
