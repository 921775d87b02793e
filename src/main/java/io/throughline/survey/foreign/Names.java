package io.throughline.survey.foreign;

import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The questions so far, by what the file calls them; upper and lower case are the same. */
final class Names {

    /** @param section it stands in @param items its answers' keys, by what the file calls them */
    record Named(Section section, Entry entry, Map<String, String> items) {}

    private final Map<String, Named> byName = new HashMap<>();
    private final Map<QuestionId, Named> byId = new HashMap<>();

    void put(String name, Named named) {
        byName.put(plain(name), named);
        byId.put(named.entry().id(), named);
    }

    /** A second name of a question that is there. */
    void alias(String other, String name) {
        find(name).ifPresent(named -> byName.putIfAbsent(plain(other), named));
    }

    Optional<Named> find(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
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
