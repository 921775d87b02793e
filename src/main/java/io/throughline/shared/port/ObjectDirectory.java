package io.throughline.shared.port;

import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A room's answer to "what is this object called, and may this person read it?", for the audit trail and the line. */
public interface ObjectDirectory {

    /** The kinds this room answers for. */
    List<String> kinds();

    /** Titles and links of those objects the viewer may read; the others are left out. */
    Map<UUID, Entry> readable(Viewer viewer, Collection<ObjectRef> objects);

    record Entry(String title, String href) {}
}
