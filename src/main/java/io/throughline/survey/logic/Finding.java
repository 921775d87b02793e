package io.throughline.survey.logic;

import io.throughline.shared.ErrorCode;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SectionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something {@link ContentCheck} found.
 *
 * @param error whether it keeps the survey from being published
 * @param section where it is, if it is in one
 * @param question likewise
 * @param arguments of the message
 */
public record Finding(
        boolean error,
        ErrorCode code,
        @Nullable SectionId section,
        @Nullable QuestionId question,
        List<Object> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }
}
