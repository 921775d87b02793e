package io.throughline.survey.intake;

import io.throughline.survey.QuestionId;
import io.throughline.survey.answer.Voice;
import io.throughline.survey.question.Answer;
import java.util.Map;

/** One respondent's answers. */
public record ImportedLine(String respondent, String name, Voice voice, Map<QuestionId, Answer> answers) {}
