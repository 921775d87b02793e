package io.throughline.delivery;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What was handed over to a customer who has not answered yet; to a manager, where no need stands behind it; and back to the
 * project manager, where it was refused.
 */
@Component
class DeliveryWaiting implements WaitingSource {

    private static final int MOST = 50;

    private final Handovers handovers;

    DeliveryWaiting(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public List<Waiting> waitingFor(Viewer viewer) {
        var mine = viewer.is(Role.CUSTOMER)
                ? handovers.waitingFor(viewer.id()).stream()
                        .map(one -> waiting(viewer, one, "needs", "delivery.waiting.accept"))
                : Stream.<Waiting>empty();
        var nobodys = viewer.is(Role.MANAGER)
                ? handovers.waitingForNobody(viewer.id(), MOST).stream()
                        .map(one -> waiting(viewer, one, "projects", "delivery.waiting.nobody"))
                : Stream.<Waiting>empty();
        var refused = viewer.is(Role.PROJECT_MANAGER)
                ? handovers.refusedTo(viewer.id(), MOST).stream()
                        .map(one -> waiting(viewer, one, "projects", "delivery.waiting.refused"))
                : Stream.<Waiting>empty();
        return Stream.of(mine, nobodys, refused)
                .flatMap(Function.identity())
                .limit(MOST)
                .toList();
    }

    private static Waiting waiting(Viewer viewer, Handover one, String room, String text) {
        return new Waiting(
                room, text, List.of(one.publicName().in(viewer.locale())), DeliveryLinks.handover(one.id()), null);
    }
}
