package io.throughline.shared.port;

import io.throughline.shared.Viewer;
import java.util.List;

/** What a room offers in the command palette. */
public interface PaletteSource {

    /**
     * Objects this viewer may see that match the query, best first.
     *
     * @param query trimmed, at least one character, any case
     * @param limit 1–20
     */
    List<Entry> find(Viewer viewer, String query, int limit);

    /**
     * @param kindKey translation key of the kind ("palette.requirement")
     * @param title as shown, with its readable key
     * @param href where it leads, relative to the application
     */
    record Entry(String kindKey, String title, String href) {}
}
