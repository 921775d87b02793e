package io.throughline.plan.port;

import io.throughline.plan.Projects;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.PaletteSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Projects by key or name. */
@Component
class PlanPalette implements PaletteSource {

    private final Projects projects;

    PlanPalette(Projects projects) {
        this.projects = projects;
    }

    @Override
    public List<Entry> find(Viewer viewer, String query, int limit) {
        if (!viewer.is(Role.PROJECT_MANAGER) && !viewer.is(Role.MANAGER) && !viewer.is(Role.TEAM_MEMBER)) {
            return List.of();
        }
        return projects.list(query, 0, limit).stream()
                .map(row -> new Entry("palette.project", row.key() + " " + row.name(), PlanLinks.project(row.key())))
                .toList();
    }
}
