package io.throughline.change;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.PaletteSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Change requests by key or title. */
@Component
class ChangePalette implements PaletteSource {

    private final ChangeList changes;

    ChangePalette(ChangeList changes) {
        this.changes = changes;
    }

    @Override
    public List<Entry> find(Viewer viewer, String query, int limit) {
        if (!viewer.is(Role.PROJECT_MANAGER) && !viewer.is(Role.MANAGER)) {
            return List.of();
        }
        return changes.list(new ChangeFilter(query, null), 0, limit).stream()
                .map(row -> new Entry("palette.change", row.key() + " " + row.title(), ChangeLinks.change(row.key())))
                .toList();
    }
}
