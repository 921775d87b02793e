package io.throughline.survey;

import io.throughline.survey.question.Problem;
import java.util.List;

/** What keeps a response from being submitted, question by question. */
public record Gap(QuestionId question, List<Problem> problems) {}
