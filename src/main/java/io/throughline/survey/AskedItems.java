package io.throughline.survey;

import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.question.AskedFor;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What stored answers ask for, for rooms that find them by what they lead to. */
@Component
public class AskedItems {

    private final VersionContents contents;

    AskedItems(VersionContents contents) {
        this.contents = contents;
    }

    /** Tells of an answer to this question, as it is stored, whether it asks for this item. */
    public Predicate<String> askingFor(SurveyVersionId version, QuestionId questionId, String item) {
        var question = contents.of(version).question(questionId);
        return content -> AskedFor.in(question, SurveyJson.answer(content)).stream()
                .anyMatch(one -> one.key().equals(item));
    }
}
