package io.throughline.survey.design;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.survey.ItemSource;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.Item;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What may be stored as a draft or a template, however incomplete it is. */
@Component
public class ContentRules {

    /** The longest text of a title, a question or an item, in characters. */
    public static final int LONGEST_TEXT = 2_000;

    private final ItemSource items;

    ContentRules(ItemSource items) {
        this.items = items;
    }

    /** @throws DomainException TOO_LONG, OUT_OF_RANGE, UNKNOWN_REQUIREMENT */
    public void require(SurveyContent content) {
        limited(content);
        requireReadable(drawn(content), Set.of());
    }

    /** As {@link #require(SurveyContent)}, of an edit: what was drawn before may stay. */
    public void require(SurveyContent content, SurveyContent before) {
        limited(content);
        requireReadable(drawn(content), drawn(before));
    }

    private static Set<UUID> drawn(SurveyContent content) {
        return content.questions().stream()
                .flatMap(question -> question.items().stream())
                .map(Item::requirement)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Nobody learns of a requirement, or speaks for it, by naming its id. */
    private void requireReadable(Set<UUID> named, Set<UUID> before) {
        var fresh = named.stream().filter(one -> !before.contains(one)).toList();
        if (!fresh.isEmpty() && items.named(fresh).size() < fresh.size()) {
            throw new DomainException(SurveyError.UNKNOWN_REQUIREMENT);
        }
    }

    private static void limited(SurveyContent content) {
        if (content.groupSize() < SurveyContent.LEAST_GROUP || content.groupSize() > SurveyContent.MOST_GROUP) {
            throw new DomainException(
                    CommonError.OUT_OF_RANGE,
                    "surveys.design.group",
                    SurveyContent.LEAST_GROUP,
                    SurveyContent.MOST_GROUP);
        }
        limited(content.title());
        limited(content.why());
        for (var question : content.questions()) {
            limited(question.title());
            limited(question.help());
            question.items().forEach(item -> limited(item.text()));
        }
        for (var section : content.sections()) {
            limited(section.title());
            limited(section.help());
        }
    }

    /** @throws DomainException TOO_LONG */
    public static LocalizedText limited(LocalizedText text) {
        return TypedText.optional(text, "survey.field.text", LONGEST_TEXT);
    }
}
