package io.throughline.backlog;

import io.throughline.shared.LocalizedText;

/** What full-text search finds an object by. */
final class SearchText {

    private static final int COLUMN = 1000;

    private SearchText() {}

    static String of(String key, LocalizedText title) {
        var text = key + " " + String.join(" ", title.texts().values());
        return text.length() <= COLUMN ? text : text.substring(0, COLUMN);
    }
}
