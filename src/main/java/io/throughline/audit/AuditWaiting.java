package io.throughline.audit;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Administrators are told when the trail is not being sealed: nobody else would find out before a verification. */
@Component
class AuditWaiting implements WaitingSource {

    private final Sealer sealer;

    AuditWaiting(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public List<Waiting> waitingFor(Viewer viewer) {
        return viewer.is(Role.ADMINISTRATOR) && sealer.stopped() != null
                ? List.of(new Waiting("audit", "audit.waiting.stopped", List.of(), "audit", null))
                : List.of();
    }
}
