package io.throughline.delivery;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was handed over to a customer who has not answered yet. */
@Component
class DeliveryWaiting implements WaitingSource {

    private static final int MOST = 50;

    private final Handovers handovers;

    DeliveryWaiting(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public List<Waiting> waitingFor(Viewer viewer) {
        if (!viewer.is(Role.CUSTOMER)) {
            return List.of();
        }
        return handovers.waitingFor(viewer.id()).stream()
                .limit(MOST)
                .map(one -> new Waiting(
                        "needs",
                        "delivery.waiting.accept",
                        List.of(one.publicName().in(viewer.locale())),
                        DeliveryLinks.handover(one.id()),
                        null))
                .toList();
    }
}
