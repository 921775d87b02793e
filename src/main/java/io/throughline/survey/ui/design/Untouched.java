package io.throughline.survey.ui.design;

import io.throughline.survey.question.Question;
import io.throughline.survey.ui.design.DesignPart.Kind;
import java.util.HashSet;
import java.util.Set;

/** Fields of questions that were just added on this page: nobody is told what is wrong where they have not been yet. */
class Untouched {

    private final Set<DesignPart> parts = new HashSet<>();

    void add(Question fresh) {
        parts.add(DesignPart.of(fresh.id(), Kind.TITLE));
        if (QuestionEditor.hasItems(fresh)) {
            parts.add(DesignPart.of(fresh.id(), Kind.ITEMS));
        }
    }

    boolean has(DesignPart part) {
        return parts.contains(part);
    }

    /** Whoever was there and went on may be told. */
    void left(DesignPart part) {
        parts.remove(part);
    }
}
