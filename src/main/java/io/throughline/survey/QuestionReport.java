package io.throughline.survey;

import io.throughline.survey.question.Question;
import io.throughline.survey.question.Result;

/** A question with what was answered to it. */
public record QuestionReport(Question question, Result result) {}
