package io.throughline.survey;

import io.throughline.survey.question.Question;
import io.throughline.survey.question.Result;

/** A question with what was answered to it. */
public record QuestionReport(Question question, Result result) {

    /**
     * Whether organisations are counted together, so that how many there are is not told; as it is where there is one.
     *
     * @param least of fewer people nothing is told
     */
    public boolean isTogether(int least) {
        return least > 1 && result.size().organisations() == 1;
    }
}
