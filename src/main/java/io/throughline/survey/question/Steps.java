package io.throughline.survey.question;

import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How answers lie on a scale of whole steps.
 *
 * @param least the scale's lower end
 * @param counts people on each step from the lower end up
 * @param shares of those who answered, 0–1 (Wilson), by step likewise
 * @param mean between the ends of the scale (t)
 * @param organisations mean inside each organisation
 * @param disagreement pooled standard deviation of single answers inside organisations, in steps
 */
public record Steps(
        int least,
        List<Integer> counts,
        List<ByWeighting> shares,
        ByWeighting mean,
        List<OrganisationFigure> organisations,
        @Nullable Double disagreement) {

    /** @param step of an answer that counts */
    static <A extends Answer> Steps of(
            Answers<A> answers, Function<A, @Nullable Integer> step, int least, int greatest) {
        var sample = answers.sample();
        var values = answers.values(one -> Objects.requireNonNull(step.apply(one)));
        var everybody = Sample.everybody(values.length);
        var tally = IntStream.rangeClosed(least, greatest)
                .mapToObj(at -> answers.values(one -> Objects.equals(step.apply(one), at) ? 1 : 0))
                .toList();
        return new Steps(
                least,
                tally.stream().map(hits -> (int) Arrays.stream(hits).sum()).toList(),
                tally.stream().map(hits -> sample.share(hits, everybody)).toList(),
                sample.mean(values, everybody, least, greatest),
                sample.byOrganisation(values),
                sample.disagreement(values));
    }

    static List<Problem> wrong(@Nullable Integer step, int least, int greatest) {
        return Problem.among(Problem.when(
                step != null && (step < least || step > greatest), SurveyError.RATING_OUT_OF_RANGE, least, greatest));
    }
}
