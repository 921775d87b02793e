package io.throughline.backlog;

import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyVersionId;

/** One item of a question as it was asked: what figures speak of. */
public record ItemRef(SurveyVersionId surveyVersion, QuestionId question, String item) {}
