package io.throughline.backlog.row;

import io.throughline.shared.LocalizedText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What full-text search finds an object by. */
public final class SearchText {

    private static final int COLUMN = 1000;

    private SearchText() {}

    public static String of(String key, LocalizedText title) {
        var text = key + " " + String.join(" ", title.texts().values());
        return text.length() <= COLUMN ? text : text.substring(0, COLUMN);
    }

    /** What is looked for, word by word; short words don't count. */
    public static List<String> words(String query) {
        return Stream.of(query.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() > 2)
                .toList();
    }

    /** A boolean full-text query for texts that hold all words, each as the beginning of one. */
    public static String allWords(String query) {
        return words(query).stream().map(word -> "+" + word + "*").collect(Collectors.joining(" "));
    }
}
