package io.throughline.survey;

import io.throughline.survey.logic.Condition;
import io.throughline.survey.question.ItemOrder;
import io.throughline.survey.question.Question;
import java.util.UUID;

/**
 * A question at its place in a survey, with what belongs to the place rather than to the question.
 *
 * @param code names it inside the survey, 1–16 of a–z and 0–9, e.g. in a text that quotes its answer; it stays when the
 *     question is moved
 * @param shownIf what must have been answered before for it to be asked
 * @param shuffled whether everybody sees its items in an order of his or her own
 */
public record Entry(String code, Question question, Condition shownIf, boolean shuffled) {

    /** Always asked, its items in their order. */
    public static Entry of(String code, Question question) {
        return new Entry(code, question, Condition.ALWAYS, false);
    }

    public QuestionId id() {
        return question.id();
    }

    public Entry with(Question question) {
        return new Entry(code, question, shownIf, shuffled);
    }

    public Entry with(Condition shownIf) {
        return new Entry(code, question, shownIf, shuffled);
    }

    public Entry with(boolean shuffled) {
        return new Entry(code, question, shownIf, shuffled);
    }

    /** The question as one respondent sees it; the order of a shuffled one is the same on every visit. */
    public Question shownTo(UUID respondent) {
        return shuffled ? ItemOrder.of(question, respondent) : question;
    }
}
