package io.throughline.shared.port;

import io.throughline.shared.Viewer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What in a room waits for a person: home lists it, navigation counts it. */
public interface WaitingSource {

    /** At most 50, most urgent first; only what this viewer may see and act on. */
    List<Waiting> waitingFor(Viewer viewer);

    /**
     * @param section the navigation entry that counts it ("surveys", "backlog", "projects", "changes", "needs", …)
     * @param textKey translation key of the sentence, e.g. "survey.waiting.answer"
     * @param arguments of the sentence: titles, counts
     * @param href where to act on it, relative to the application
     * @param due until when, if there is a date
     */
    record Waiting(
            String section,
            String textKey,
            List<Object> arguments,
            String href,
            @Nullable Instant due) {}
}
