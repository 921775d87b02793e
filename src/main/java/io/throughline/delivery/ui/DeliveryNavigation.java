package io.throughline.delivery.ui;

import com.vaadin.flow.component.UI;
import io.throughline.delivery.HandoverId;
import org.springframework.modulith.NamedInterface;

/** Where this room's pages stand. */
@NamedInterface("navigation")
public final class DeliveryNavigation {

    private static final String DELIVERABLES = "deliverables/";

    private DeliveryNavigation() {}

    /** Where something that was handed over is accepted or refused. */
    public static String handoverHref(HandoverId id) {
        return DELIVERABLES + id.value();
    }

    public static void navigateToHandover(HandoverId id) {
        UI.getCurrent().navigate(handoverHref(id));
    }
}
