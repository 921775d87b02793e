package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.question.stats.Respondent;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Short forms for tests of question types. */
final class Asked {

    static final LocalizedText TITLE = LocalizedText.en("Title");
    static final LocalizedText NOTHING = LocalizedText.en("");

    private Asked() {}

    static List<Item> items(String... keys) {
        return Arrays.stream(keys)
                .map(key -> new Item(key, LocalizedText.en(key)))
                .toList();
    }

    /** Answers of as many people, each of an organisation of their own that counts 1. */
    static List<Given> byPeople(Answer... answers) {
        return IntStream.range(0, answers.length)
                .mapToObj(i -> new Given(new Respondent(new UUID(0, i), new UUID(1, i), 1), answers[i]))
                .toList();
    }
}
