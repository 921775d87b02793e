package io.throughline.survey.version;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.Paging;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.question.Question;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stood, or stands, at the place of an edit. */
public sealed interface Part {

    /** Texts, in the order they are read. */
    record Words(List<LocalizedText> texts) implements Part {

        public Words {
            texts = List.copyOf(texts);
        }

        static Words of(LocalizedText... texts) {
            return new Words(List.of(texts));
        }
    }

    /** A question as a whole, or what belongs to its type alone. */
    record Whole(Question question) implements Part {}

    /** When something is asked. @param section of the section around it; always for a section itself */
    record When(Condition section, Condition own) implements Part {}

    /** Both from 1. @param section in the survey, @param place in its section, or in the list of items */
    record Place(int section, int place) implements Part {}

    /** What an item was drawn from; null where it was typed. */
    record Source(@Nullable UUID requirement) implements Part {}

    record Flag(boolean set) implements Part {}

    /** The code that names a question inside the survey. */
    record Code(String code) implements Part {}

    /** ISO 639 codes. */
    record Languages(List<String> codes) implements Part {

        public Languages {
            codes = List.copyOf(codes);
        }
    }

    record Pages(Paging paging) implements Part {}

    /**
     * What is promised about names.
     *
     * @param group of how many people nobody is told apart, in an anonymous survey; 0 in others
     * @param counting when its figures appear; null in others
     */
    record Promise(
            Confidentiality confidentiality,
            int group,
            @Nullable Counting counting) implements Part {

        static Promise of(SurveyContent content) {
            return content.confidentiality() == Confidentiality.ANONYMOUS
                    ? new Promise(content.confidentiality(), content.groupSize(), content.counting())
                    : new Promise(content.confidentiality(), 0, null);
        }
    }
}
