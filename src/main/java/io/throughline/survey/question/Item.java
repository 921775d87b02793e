package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing asked about inside a question.
 *
 * @param key stable inside the question (answers, figures and evidence refer to it), 1–64 of A–Z, a–z, 0–9, _ and -
 */
public record Item(String key, LocalizedText text) {

    static Set<String> keys(List<Item> items) {
        return items.stream().map(Item::key).collect(Collectors.toSet());
    }
}
