package io.throughline.survey.question;

import io.throughline.survey.SurveyError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        return Stream.of(possible).flatMap(Optional::stream).toList();
    }
}
