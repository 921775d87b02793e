package io.throughline.audit.ui;

import com.vaadin.flow.component.UI;
import org.springframework.modulith.NamedInterface;

/** Ways into the audit room. */
@NamedInterface("navigation")
public final class AuditNavigation {

    static final String ROUTE = "audit";

    private AuditNavigation() {}

    public static String href() {
        return ROUTE;
    }

    public static void navigateToTrail() {
        UI.getCurrent().navigate(ROUTE);
    }
}
