package io.throughline.backlog.port;

import io.throughline.backlog.StatusTexts;
import io.throughline.backlog.Triage;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Project managers are told which words wait for triage, and which changes for their reason. */
@Component
public class BacklogWaiting implements WaitingSource {

    private final Triage triage;
    private final StatusTexts texts;

    public BacklogWaiting(Triage triage, StatusTexts texts) {
        this.triage = triage;
        this.texts = texts;
    }

    @Override
    public List<Waiting> waitingFor(Viewer viewer) {
        if (!viewer.is(Role.PROJECT_MANAGER)) {
            return List.of();
        }
        var waiting = new ArrayList<Waiting>();
        texts.owed(49)
                .forEach(owed -> waiting.add(new Waiting(
                        "backlog",
                        "backlog.waiting.text",
                        List.of(owed.key(), owed.title().in(viewer.locale())),
                        BacklogLinks.requirement(owed.area(), owed.requirement()),
                        null)));
        int expressions = triage.countWaiting();
        if (expressions > 0) {
            waiting.add(
                    new Waiting("backlog", "backlog.waiting.triage", List.of(expressions), BacklogLinks.TRIAGE, null));
        }
        return waiting;
    }
}
