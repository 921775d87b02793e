package io.throughline.survey.question;

import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Moments;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Tally;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How often an item was chosen.
 *
 * @param key of the item
 * @param count people who chose it
 * @param share of those who answered, 0–1 (Wilson)
 * @param organisations the share inside each organisation
 * @param disagreement pooled standard deviation of "chose it" inside organisations, 0–.5 for large ones
 */
public record Chosen(
        String key,
        int count,
        ByWeighting share,
        List<OrganisationFigure> organisations,
        @Nullable Double disagreement) implements Divided {

    /** How the items of a question stand whose columns count the people who chose each, in their order from the first on. */
    static List<Chosen> of(List<String> keys, Tally tally) {
        return IntStream.range(0, keys.size())
                .mapToObj(column -> of(keys.get(column), column, tally))
                .toList();
    }

    private static Chosen of(String key, int column, Tally tally) {
        Function<Cell, Moments> hits = cell -> Moments.hits(cell.sum(column), cell.people());
        return new Chosen(
                key, tally.count(column), tally.share(column), tally.byOrganisation(hits), tally.disagreement(hits));
    }

    /** Counts the people who chose each. */
    static void count(List<String> keys, Collection<String> chosen, Measure into) {
        for (int column = 0; column < keys.size(); column++) {
            if (chosen.contains(keys.get(column))) {
                into.count(column);
            }
        }
    }
}
