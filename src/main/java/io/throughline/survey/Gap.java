package io.throughline.survey;

import io.throughline.survey.logic.Course;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Problem;
import java.util.List;
import java.util.Map;

/** What keeps a response from being submitted, question by question. */
public record Gap(QuestionId question, List<Problem> problems) {

    /** One for each question on the way that is not answered as it must be. */
    public static List<Gap> in(Course course, Map<QuestionId, Answer> answers) {
        return course.entries().stream()
                .map(Entry::question)
                .map(question -> new Gap(
                        question.id(), question.validate(answers.getOrDefault(question.id(), question.blank()))))
                .filter(gap -> !gap.problems().isEmpty())
                .toList();
    }
}
