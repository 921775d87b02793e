package io.throughline.backlog;

import io.throughline.backlog.row.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * What of an area's backlog is looked for; what isn't asked for doesn't narrow.
 *
 * @param query words of the title, or a key
 * @param state null for all that is open
 * @param unranked only what has no score yet
 * @param pinned only what was moved by hand
 */
public record BacklogFilter(String query, @Nullable RequirementState state, boolean unranked, boolean pinned) {

    public static final BacklogFilter NONE = new BacklogFilter("", null, false, false);

    public boolean isNone() {
        return query.isBlank() && state == null && !unranked && !pinned;
    }

    /** For the full-text index: every word has to be there, as the beginning of one. */
    String words() {
        return SearchText.allWords(query);
    }
}
