package io.throughline.backlog.port;

import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.Needs;
import io.throughline.backlog.Requirements;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.PaletteSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Requirements and needs by key or word. */
@Component
public class BacklogPalette implements PaletteSource {

    private final Requirements requirements;
    private final Needs needs;

    public BacklogPalette(Requirements requirements, Needs needs) {
        this.requirements = requirements;
        this.needs = needs;
    }

    @Override
    public List<Entry> find(Viewer viewer, String query, int limit) {
        if (!viewer.is(Role.PROJECT_MANAGER) && !viewer.is(Role.MANAGER)) {
            return List.of();
        }
        var found = new ArrayList<Entry>();
        requirements
                .find(query, limit)
                .forEach(r -> found.add(new Entry(
                        "backlog.requirement",
                        r.key() + " " + r.title().in(viewer.locale()),
                        BacklogLinks.line(BacklogKinds.REQUIREMENT, r.id().value()))));
        needs.find(query, limit)
                .forEach(n -> found.add(new Entry(
                        "backlog.need",
                        n.key() + " " + n.title().in(viewer.locale()),
                        BacklogLinks.line(BacklogKinds.NEED, n.id().value()))));
        return found.stream().limit(limit).toList();
    }
}
