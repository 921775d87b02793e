package io.throughline.shared.port;

import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A room's stored arrows of the line answer → need → requirement → scope → change → deliverable → acceptance. */
public interface TraceSource {

    /** Arrows this room stores that start or end at any of these objects, as far as the viewer may see them. */
    List<Arrow> arrows(Viewer viewer, Collection<ObjectRef> objects);

    /**
     * What stands on the line for an object that has no place of its own there, as far as the viewer may see it; empty
     * where the object stands there itself.
     */
    default Optional<ObjectRef> standIn(Viewer viewer, ObjectRef object) {
        return Optional.empty();
    }

    /** Stages of the line in their order. */
    enum Stage {
        ANSWER,
        NEED,
        REQUIREMENT,
        SCOPE,
        CHANGE,
        DELIVERABLE,
        ACCEPTANCE
    }

    /** One object on the line. */
    record Stop(
            Stage stage,
            ObjectRef object,
            String title,
            @Nullable String href,
            int count) {}

    record Arrow(Stop from, Stop to) {}
}
