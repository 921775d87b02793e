package io.throughline.survey.question;

import io.throughline.survey.SurveyError;
import java.util.List;

/** Why a question or an answer won't do, with the arguments of its message. */
public record Problem(SurveyError code, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    static Problem of(SurveyError code, Object... arguments) {
        return new Problem(code, List.of(arguments));
    }
}
