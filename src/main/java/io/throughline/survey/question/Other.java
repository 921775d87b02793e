package io.throughline.survey.question;

import io.throughline.survey.SurveyError;
import java.util.List;
import java.util.stream.Stream;

/** The option "something else", for questions that offer it. */
public final class Other {

    /** Stands for it among the keys; no item can have this key. */
    public static final String KEY = "*other";

    /** The longest thing else, in characters. */
    public static final int MAX_LENGTH = 500;

    private Other() {}

    static List<String> keys(List<Item> items, boolean offered) {
        var listed = items.stream().map(Item::key);
        return (offered ? Stream.concat(listed, Stream.of(KEY)) : listed).toList();
    }

    static List<Problem> accept(String words, boolean offered) {
        if (!offered && !words.isEmpty()) {
            return List.of(Problem.of(SurveyError.UNKNOWN_ITEM));
        }
        return words.length() > MAX_LENGTH
                ? List.of(Problem.of(SurveyError.WORDS_TOO_LONG, MAX_LENGTH, words.length()))
                : List.of();
    }
}
