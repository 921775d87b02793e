package io.throughline.trace;

import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource.Arrow;
import io.throughline.shared.port.TraceSource.Stage;
import io.throughline.shared.port.TraceSource.Stop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Walks stored arrows from one object, first against them and then along them, never both: so other requirements of the
 * same need don't appear on a requirement's line. Nor does what others in its plan led to: who comes to a plan or a change
 * from something in it goes no further from there, but to other plans and changes.
 */
final class LineWalk {

    /** Longer than the line has stages; ends a walk over arrows that run in a circle. */
    private static final int MOST_STEPS = 10;

    /** What holds many requirements and deliverables, without saying which are for which. */
    private static final Set<Stage> HOLDERS = Set.of(Stage.SCOPE, Stage.CHANGE);

    private final Function<Collection<ObjectRef>, List<Arrow>> arrows;
    private final Map<ObjectRef, Stop> found = new LinkedHashMap<>();

    private LineWalk(Function<Collection<ObjectRef>, List<Arrow>> arrows) {
        this.arrows = arrows;
    }

    /** @param arrows those that start or end at any of these objects */
    static Line through(ObjectRef here, Function<Collection<ObjectRef>, List<Arrow>> arrows) {
        var walk = new LineWalk(arrows);
        walk.go(here, Arrow::to, Arrow::from);
        walk.go(here, Arrow::from, Arrow::to);
        var stops = new EnumMap<Stage, List<Stop>>(Stage.class);
        for (var stage : Stage.values()) {
            stops.put(stage, new ArrayList<>());
        }
        walk.found.values().forEach(stop -> {
            var at = stops.get(stop.stage());
            if (at != null) {
                at.add(stop);
            }
        });
        return new Line(here, stops);
    }

    /** Rooms speak of each other's objects, but only the room an object belongs to knows where it opens. */
    private static Stop linked(Stop known, Stop again) {
        return known.href() == null ? again : known;
    }

    private boolean strays(ObjectRef here, Stop from, Stop to) {
        var start = found.get(here);
        return HOLDERS.contains(from.stage())
                && !HOLDERS.contains(to.stage())
                && start != null
                && !HOLDERS.contains(start.stage());
    }

    private void go(ObjectRef here, Function<Arrow, Stop> near, Function<Arrow, Stop> far) {
        Set<ObjectRef> seen = new HashSet<>(Set.of(here));
        Set<ObjectRef> front = Set.of(here);
        for (int step = 0; step < MOST_STEPS && !front.isEmpty(); step++) {
            var next = new HashSet<ObjectRef>();
            for (var arrow : arrows.apply(front)) {
                var from = near.apply(arrow);
                var to = far.apply(arrow);
                if (front.contains(from.object()) && !strays(here, from, to)) {
                    found.merge(from.object(), from, LineWalk::linked);
                    found.merge(to.object(), to, LineWalk::linked);
                    if (seen.add(to.object())) {
                        next.add(to.object());
                    }
                }
            }
            front = next;
        }
    }
}
