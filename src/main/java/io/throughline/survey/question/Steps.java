package io.throughline.survey.question;

import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Moments;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Tally;
import java.util.List;
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

    /** The steps as people can be told apart by. */
    static List<String> options(int least, int greatest) {
        return IntStream.rangeClosed(least, greatest).mapToObj(String::valueOf).toList();
    }

    /** @param first the column that counts the people on the lowest step; those of the others follow */
    static Steps of(Tally tally, int first, int least, int greatest) {
        int steps = greatest - least + 1;
        Function<Cell, Moments> values = cell -> moments(cell, first, least, steps);
        return new Steps(
                least,
                tally.counts(first, steps),
                IntStream.range(first, first + steps).mapToObj(tally::share).toList(),
                tally.mean(values, least, greatest),
                tally.byOrganisation(values),
                tally.disagreement(values));
    }

    private static Moments moments(Cell cell, int first, int least, int steps) {
        double sum = 0;
        double squares = 0;
        for (int at = 0; at < steps; at++) {
            double value = least + at;
            sum += cell.sum(first + at) * value;
            squares += cell.sum(first + at) * value * value;
        }
        return Moments.sums(cell.people(), sum, squares);
    }

    static List<Problem> wrong(@Nullable Integer step, int least, int greatest) {
        return Problem.among(Problem.when(
                step != null && (step < least || step > greatest), SurveyError.RATING_OUT_OF_RANGE, least, greatest));
    }
}
