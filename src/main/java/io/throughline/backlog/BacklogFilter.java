package io.throughline.backlog;

import io.throughline.backlog.row.SearchText;
import io.throughline.shared.TypedText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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

    private static final Pattern KEY = Pattern.compile("[A-Z]{1,10}-[0-9]{1,9}");

    public static final BacklogFilter NONE = new BacklogFilter("", null, false, false);

    public boolean isNone() {
        return TypedText.showsNothing(query) && state == null && !unranked && !pinned;
    }

    /** Nothing but a state is asked for, or not even that. */
    boolean isByStateOnly() {
        return TypedText.showsNothing(query) && !unranked && !pinned;
    }

    /** Something is looked for that nothing can be found by, such as two letters. */
    boolean findsNothing() {
        return !TypedText.showsNothing(query) && key().isEmpty() && words().isEmpty();
    }

    /** The words every title found has, each as the beginning of one; none where a key is looked for. */
    List<String> words() {
        return key().isEmpty() ? SearchText.words(query) : List.of();
    }

    /** The key looked for; empty where it is words. */
    String key() {
        var text = query.strip().toUpperCase(Locale.ROOT);
        return KEY.matcher(text).matches() ? text : "";
    }
}
