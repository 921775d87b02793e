package io.throughline.trace;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The line through an object, put together from the arrows every room stores; each room shows only what one may see. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER','TEAM_MEMBER')")
public class Lines {

    private final List<TraceSource> sources;
    private final CurrentViewer viewer;

    Lines(List<TraceSource> sources, CurrentViewer viewer) {
        this.sources = List.copyOf(sources);
        this.viewer = viewer;
    }

    /** The line through this object; empty where nothing is known of it that the viewer may see. */
    public Line through(ObjectRef object) {
        var reader = viewer.get();
        var here = sources.stream()
                .flatMap(source -> source.standIn(reader, object).stream())
                .findFirst()
                .orElse(object);
        return LineWalk.through(
                here,
                objects -> sources.stream()
                        .flatMap(source -> source.arrows(reader, objects).stream())
                        .toList());
    }
}
