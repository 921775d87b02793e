package io.throughline.survey.version;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SectionId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One difference between a version and the draft of the next.
 *
 * @param question null where it is about a section or the whole survey
 * @param section null where it is about a question or the whole survey
 * @param item its key; empty where it is about no item
 * @param before null for what is new
 * @param after null for what is gone
 * @param touches the questions whose collected answers may come to mean something else
 */
public record Edit(
        Kind kind,
        @Nullable QuestionId question,
        @Nullable SectionId section,
        String item,
        @Nullable Part before,
        @Nullable Part after,
        Set<QuestionId> touches,
        Offer offer) {

    public Edit {
        touches = Set.copyOf(touches);
    }

    /** Of the survey as a whole, which touches no answer. */
    static Edit of(Kind kind, Part before, Part after) {
        return new Edit(kind, null, null, "", before, after, Set.of(), Offer.NOTHING);
    }

    /** Of a question. */
    static Edit of(Kind kind, QuestionId question, @Nullable Part before, @Nullable Part after, Offer offer) {
        return of(kind, question, "", before, after, offer);
    }

    /** Of one of a question's items. */
    static Edit of(
            Kind kind, QuestionId question, String item, @Nullable Part before, @Nullable Part after, Offer offer) {
        var touches = offer.possible().isEmpty() ? Set.<QuestionId>of() : Set.of(question);
        return new Edit(kind, question, null, item, before, after, touches, offer);
    }

    /** What was changed. */
    public enum Kind {
        SURVEY_REWORDED,
        LANGUAGES,
        PAGING,
        /** Earlier answers keep what was promised with them. */
        CONFIDENTIALITY,
        SECTION_ADDED,
        SECTION_REMOVED,
        SECTION_REWORDED,
        SECTION_TRANSLATED,
        SECTION_CONDITION,
        SECTION_MOVED,
        QUESTION_ADDED,
        QUESTION_REMOVED,
        /** Its texts, items and limits are not looked at one by one: it is another question. */
        TYPE_CHANGED,
        REWORDED,
        /** Other texts only in languages nobody was asked in. */
        TRANSLATED,
        /** The ends of a scale, or a unit. */
        LABELLED,
        REQUIRED,
        /** What belongs to its type: how many may be chosen, from where to where, … */
        LIMITS,
        CONDITION,
        SHUFFLED,
        CODE,
        MOVED,
        ITEM_ADDED,
        ITEM_REMOVED,
        ITEM_REWORDED,
        ITEM_TRANSLATED,
        /** Drawn from another requirement of the backlog, or from none. */
        ITEM_SOURCE,
        ITEM_MOVED
    }

    /** Names the edit: no two of a draft have the same, and it stays while the draft is edited elsewhere. */
    @JsonIgnore
    public String key() {
        return Stream.of(
                        kind.name(),
                        question == null ? "" : question.value().toString(),
                        section == null ? "" : section.value().toString(),
                        item)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
    }
}
