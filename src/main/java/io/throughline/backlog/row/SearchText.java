package io.throughline.backlog.row;

import io.throughline.shared.LocalizedText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What full-text search finds an object by. */
public final class SearchText {

    private static final int COLUMN = 1000;

    /** What the index of words leaves out (innodb_ft_default_stopword): asked for, it would be missing everywhere. */
    private static final Set<String> NOT_INDEXED = Set.of(
            "about", "are", "com", "for", "from", "how", "that", "the", "this", "und", "was", "what", "when", "where",
            "who", "will", "with", "www");

    private SearchText() {}

    public static String of(String key, LocalizedText title) {
        var text = key + " " + String.join(" ", title.texts().values());
        return text.length() <= COLUMN ? text : text.substring(0, COLUMN);
    }

    /** What is looked for, word by word; short words and those everybody uses don't count. */
    public static List<String> words(String query) {
        return Stream.of(query.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() > 2 && !NOT_INDEXED.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** A boolean full-text query for texts that hold all words, each as the beginning of one. */
    public static String allWords(String query) {
        return words(query).stream().map(word -> "+" + word + "*").collect(Collectors.joining(" "));
    }
}
