package io.throughline.survey.question;

import io.throughline.survey.question.stats.Respondent;

/** An answer and who gave it. */
public record Given(Respondent by, Answer answer) {}
