package io.throughline.trace;

import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource.Stage;
import io.throughline.shared.port.TraceSource.Stop;
import java.util.List;
import java.util.Map;

/**
 * The line through one object: what led to it and what came of it.
 *
 * @param here the object the line was walked from
 * @param stops by stage, every stage present, empty where nothing stands there yet
 */
public record Line(ObjectRef here, Map<Stage, List<Stop>> stops) {

    /** Whether anything but the object itself stands on it. */
    public boolean isEmpty() {
        return stops.values().stream().allMatch(List::isEmpty);
    }
}
