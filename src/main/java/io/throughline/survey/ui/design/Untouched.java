package io.throughline.survey.ui.design;

import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Question;
import io.throughline.survey.ui.design.DesignPart.Kind;
import java.util.HashSet;
import java.util.Set;

/**
 * Fields of questions in which nothing stands and nobody has been on this page: nobody is told what is wrong there, unless they
 * asked what is.
 */
class Untouched {

    private final Set<QuestionId> met = new HashSet<>();
    private final Set<DesignPart> parts = new HashSet<>();

    /** To be told of all questions before they are drawn; those that were there before stay as they are. */
    void meet(SurveyContent content) {
        content.questions().stream().filter(one -> met.add(one.id())).forEach(this::add);
    }

    private void add(Question one) {
        if (one.title().isBlank()) {
            parts.add(DesignPart.of(one.id(), Kind.TITLE));
        }
        if (QuestionEditor.hasItems(one)
                && one.items().stream().allMatch(item -> item.text().isBlank())) {
            parts.add(DesignPart.of(one.id(), Kind.ITEMS));
        }
    }

    boolean has(DesignPart part) {
        return parts.contains(part);
    }

    /** Whoever was there and went on may be told. */
    void left(DesignPart part) {
        parts.remove(part);
    }

    /** Whoever asked what is wrong is told of all there is by now. */
    void tell() {
        parts.clear();
    }
}
