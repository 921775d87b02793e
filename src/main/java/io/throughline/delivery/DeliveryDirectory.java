package io.throughline.delivery;

import io.throughline.shared.DomainException;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was handed over, by the name customers know, to those who may read it. */
@Component
class DeliveryDirectory implements ObjectDirectory {

    private final Handovers handovers;

    DeliveryDirectory(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public List<String> kinds() {
        return List.of(DeliveryKinds.DELIVERABLE);
    }

    @Override
    public Map<UUID, Entry> readable(Viewer viewer, Collection<ObjectRef> objects) {
        var entries = new HashMap<UUID, Entry>();
        for (var object : objects) {
            if (object.kind().equals(DeliveryKinds.DELIVERABLE)) {
                add(entries, viewer, new HandoverId(object.id()));
            }
        }
        return entries;
    }

    private void add(Map<UUID, Entry> entries, Viewer viewer, HandoverId id) {
        try {
            var handover = handovers.get(id);
            if (handovers.readable(viewer, handover)) {
                entries.put(
                        id.value(), new Entry(handover.publicName().in(viewer.locale()), DeliveryLinks.handover(id)));
            }
        } catch (DomainException e) {
            // It does not exist: left out like what may not be read.
            entries.remove(id.value());
        }
    }
}
