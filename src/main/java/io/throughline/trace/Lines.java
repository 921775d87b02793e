package io.throughline.trace;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import io.throughline.shared.port.TraceSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The line through an object, put together from the arrows every room stores; each room shows only what one may see. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER','TEAM_MEMBER')")
public class Lines {

    private final List<TraceSource> sources;
    private final List<ObjectDirectory> directories;
    private final CurrentViewer viewer;

    Lines(List<TraceSource> sources, List<ObjectDirectory> directories, CurrentViewer viewer) {
        this.sources = List.copyOf(sources);
        this.directories = List.copyOf(directories);
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

    /** What those of these objects are called, and where they open, that the viewer may read. Each room is asked once. */
    public Map<ObjectRef, ObjectDirectory.Entry> readable(Collection<ObjectRef> objects) {
        var reader = viewer.get();
        var found = new HashMap<ObjectRef, ObjectDirectory.Entry>();
        for (var directory : directories) {
            var own = objects.stream()
                    .filter(object -> directory.kinds().contains(object.kind()))
                    .distinct()
                    .toList();
            if (!own.isEmpty()) {
                var entries = directory.readable(reader, own);
                own.stream()
                        .filter(object -> entries.containsKey(object.id()))
                        .forEach(object -> found.put(object, entries.get(object.id())));
            }
        }
        return found;
    }
}
