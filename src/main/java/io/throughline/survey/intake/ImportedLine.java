package io.throughline.survey.intake;

import io.throughline.survey.QuestionId;
import io.throughline.survey.answer.Voice;
import io.throughline.survey.question.Answer;
import java.util.Map;
import java.util.Set;

/**
 * One respondent's answers.
 *
 * @param unasked questions that who has answered so is not asked
 */
public record ImportedLine(
        String respondent, String name, Voice voice, Map<QuestionId, Answer> answers, Set<QuestionId> unasked) {}
