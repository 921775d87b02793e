package io.throughline.backlog.row;

import io.throughline.shared.LocalizedText;

/** What full-text search finds an object by. */
public final class SearchText {

    private static final int COLUMN = 1000;

    private SearchText() {}

    public static String of(String key, LocalizedText title) {
        var text = key + " " + String.join(" ", title.texts().values());
        return text.length() <= COLUMN ? text : text.substring(0, COLUMN);
    }

    /** A boolean full-text query for texts that hold all words, each as the beginning of one; short words don't count. */
    public static String allWords(String query) {
        var words = new StringBuilder();
        for (var word : query.split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.length() > 2) {
                words.append('+').append(word).append("* ");
            }
        }
        return words.toString();
    }
}
