package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.SurveyError;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked about inside a question.
 *
 * @param key stable inside the question (answers, figures and evidence refer to it), 1–64 of A–Z, a–z, 0–9, _ and -
 * @param requirement of the backlog it was drawn from, whose evidence the answers are; null if it was typed
 */
public record Item(
        @JsonSetter(nulls = Nulls.AS_EMPTY) String key,
        LocalizedText text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID requirement) {

    public Item(String key, LocalizedText text) {
        this(key, text, null);
    }

    static Set<String> keys(List<Item> items) {
        return items.stream().map(Item::key).collect(Collectors.toSet());
    }

    /** Something is said of an item the question doesn't have. */
    static Optional<Problem> unknown(List<Item> items, Collection<String> named) {
        for (var key : named) {
            if (!isAmong(items, key)) {
                return Optional.of(Problem.of(SurveyError.UNKNOWN_ITEM));
            }
        }
        return Optional.empty();
    }

    private static boolean isAmong(List<Item> items, String key) {
        for (var item : items) {
            if (item.key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    static Optional<Problem> twice(List<String> named) {
        return Problem.when(new HashSet<>(named).size() < named.size(), SurveyError.ITEM_NAMED_TWICE);
    }
}
