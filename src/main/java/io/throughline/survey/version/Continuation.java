package io.throughline.survey.version;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the answers to a question of one version stand to those of the version before.
 *
 * @param continues whether they stand in one line; if not, they are not compared
 * @param items for each item of the version before whose answers go on, the key it has in this one
 */
public record Continuation(boolean continues, Map<String, String> items) {

    /** Asked differently before. */
    public static final Continuation NONE = new Continuation(false, Map.of());

    public Continuation {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /** As nothing was changed. */
    public static Continuation same(List<String> keys) {
        return new Continuation(
                true,
                keys.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), Function.identity(), (a, _) -> a, LinkedHashMap::new)));
    }

    /** From what this one continues to what the later one leads to. */
    public Continuation then(Continuation later) {
        if (!continues || !later.continues) {
            return NONE;
        }
        var joined = new LinkedHashMap<String, String>();
        items.forEach((from, to) -> {
            var end = later.items.get(to);
            if (end != null) {
                joined.put(from, end);
            }
        });
        return new Continuation(true, joined);
    }
}
