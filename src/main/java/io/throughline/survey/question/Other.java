package io.throughline.survey.question;

import io.throughline.shared.TypedText;
import io.throughline.survey.SurveyError;
import java.util.List;
import java.util.Optional;
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

    static Optional<Problem> wrong(String words, boolean offered) {
        return offered
                ? Problem.when(words.length() > MAX_LENGTH, SurveyError.WORDS_TOO_LONG, MAX_LENGTH, words.length())
                : Problem.when(!words.isEmpty(), SurveyError.UNKNOWN_ITEM);
    }

    /** Who chooses it has to say what. */
    static Optional<Problem> missing(List<String> chosen, String words) {
        return Problem.when(chosen.contains(KEY) && TypedText.showsNothing(words), SurveyError.WORDS_MISSING);
    }
}
