package io.throughline.shell;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Viewer;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.port.PaletteSource;
import io.throughline.shared.port.PaletteSource.Entry;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds pages and objects whoever asks may see, for the command palette: asked anew each time, as roles change. */
@Component
class PaletteSearch {

    private static final int OBJECTS_A_ROOM = 6;

    private final List<PaletteSource> rooms;
    private final CurrentViewer viewers;
    private final Texts texts;

    PaletteSearch(List<PaletteSource> rooms, CurrentViewer viewers, Texts texts) {
        this.rooms = rooms;
        this.viewers = viewers;
        this.texts = texts;
    }

    /** Pages first, then objects; everything where the query is empty means the pages. */
    @Transactional(readOnly = true)
    List<Entry> find(String query) {
        var viewer = viewers.get();
        var wanted = query.strip().toLowerCase(viewer.locale());
        var pages = Stream.concat(
                        Section.of(viewer).stream()
                                .map(section -> page(viewer, "shell.section." + section.key(), section.href())),
                        Shortcut.of(viewer).stream()
                                .filter(shortcut -> !wanted.isEmpty())
                                .map(shortcut -> page(viewer, shortcut.key(), shortcut.href())))
                .filter(page -> page.title().toLowerCase(viewer.locale()).contains(wanted));
        var objects = wanted.isEmpty()
                ? Stream.<Entry>empty()
                : rooms.stream().flatMap(room -> room.find(viewer, wanted, OBJECTS_A_ROOM).stream());
        return Stream.concat(pages, objects).toList();
    }

    private Entry page(Viewer viewer, String key, String href) {
        return new Entry("shell.palette.page", texts.getTranslation(key, viewer.locale()), href);
    }
}
