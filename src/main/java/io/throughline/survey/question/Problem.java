package io.throughline.survey.question;

import io.throughline.survey.SurveyError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a question or an answer won't do, with the arguments of its message. */
public record Problem(SurveyError code, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    static Problem of(SurveyError code, Object... arguments) {
        return new Problem(code, List.of(arguments));
    }

    /** One, if it is so. */
    static Optional<Problem> when(boolean so, SurveyError code, Object... arguments) {
        return so ? Optional.of(of(code, arguments)) : Optional.empty();
    }

    @SafeVarargs
    static List<Problem> among(Optional<Problem>... possible) {
        var found = new ArrayList<Problem>(0);
        for (var one : possible) {
            one.ifPresent(found::add);
        }
        return List.copyOf(found);
    }
}
