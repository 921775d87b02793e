package io.throughline.survey.foreign;

import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The questions so far, by what the file calls them. Upper and lower case are the same, unless two names differ in nothing
 * else. What several questions are called finds none of them: which one is meant can't be told.
 */
final class Names {

    /** @param section it stands in @param items its answers' keys, by what the file calls them */
    record Named(Section section, Entry entry, Map<String, String> items) {}

    private final Map<String, List<Named>> exactly = new HashMap<>();
    private final Map<String, List<Named>> inAnyCase = new HashMap<>();
    private final Map<String, Named> aliases = new HashMap<>();
    private final Map<QuestionId, Named> byId = new HashMap<>();
    private final Set<String> shared = new HashSet<>();

    /** Several questions of the file have this name, whether or not they stand here already. */
    void share(String name) {
        shared.add(name);
    }

    boolean isShared(String name) {
        return shared.contains(name) || called(name).size() > 1;
    }

    void put(String name, Named named) {
        exactly.computeIfAbsent(name, _ -> new ArrayList<>()).add(named);
        inAnyCase.computeIfAbsent(plain(name), _ -> new ArrayList<>()).add(named);
        byId.put(named.entry().id(), named);
    }

    /** A second name of the question put last with this one. */
    void alias(String other, String name) {
        var named = called(name);
        if (!named.isEmpty()) {
            aliases.putIfAbsent(plain(other), named.getLast());
        }
    }

    Optional<Named> find(String name) {
        if (isShared(name)) {
            return Optional.empty();
        }
        var named = called(name);
        return named.isEmpty() ? Optional.ofNullable(aliases.get(plain(name))) : Optional.of(named.getFirst());
    }

    private List<Named> called(String name) {
        return exactly.getOrDefault(name, inAnyCase.getOrDefault(plain(name), List.of()));
    }

    Named get(QuestionId question) {
        return Objects.requireNonNull(byId.get(question));
    }

    int size() {
        return byId.size();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
