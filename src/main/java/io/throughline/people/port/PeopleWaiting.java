package io.throughline.people.port;

import io.throughline.people.link.ResetRequests;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Administrators are told who waits for a link to reset a password. */
@Component
class PeopleWaiting implements WaitingSource {

    private static final int MOST = 50;

    private final ResetRequests requests;

    PeopleWaiting(ResetRequests requests) {
        this.requests = requests;
    }

    @Override
    public List<Waiting> waitingFor(Viewer viewer) {
        if (!viewer.is(Role.ADMINISTRATOR)) {
            return List.of();
        }
        return requests.waiting(MOST).stream()
                .map(request -> new Waiting(
                        "people",
                        "people.waiting.reset",
                        List.of(request.name()),
                        "people/" + request.person().value(),
                        null))
                .toList();
    }
}
