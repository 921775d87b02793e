package io.throughline.survey.logic;

import io.throughline.survey.QuestionId;

/** What is asked of an earlier answer. */
public record Comparison(QuestionId question, Claim claim) {}
