package io.throughline.trace.ui;

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
}
