package io.throughline.survey.intake;

import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.logic.Course;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Why answers that were given elsewhere can't be taken in: a person answering here could not have sent them either.
 *
 * @param entry the question it is about
 */
public record Misfit(Entry entry, Problem problem) {

    /** At most one a question, in their order; none if all fits. @param course after the answers */
    public static Stream<Misfit> among(SurveyContent content, Course course, Map<QuestionId, Answer> answers) {
        return content.entries().stream().flatMap(entry -> {
            var given = answers.get(entry.id());
            var answer = given == null ? entry.question().blank() : given;
            var problems = course.shows(entry.id())
                    ? entry.question().validate(answer)
                    : answer.isEmpty()
                            ? List.<Problem>of()
                            : List.of(new Problem(SurveyError.IMPORT_NOT_ASKED, List.of(entry.code())));
            return problems.stream().limit(1).map(problem -> new Misfit(entry, problem));
        });
    }
}
