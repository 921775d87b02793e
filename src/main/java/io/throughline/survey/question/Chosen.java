package io.throughline.survey.question;

import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    /** @param chosen the keys a person chose */
    static <A extends Answer> List<Chosen> tally(
            List<String> keys, Answers<A> answers, Function<A, Set<String>> chosen) {
        var sample = answers.sample();
        var sets = answers.all().stream().map(chosen).toList();
        return keys.stream()
                .map(key -> {
                    var hits = sets.stream()
                            .mapToDouble(set -> set.contains(key) ? 1 : 0)
                            .toArray();
                    return new Chosen(
                            key,
                            (int) Arrays.stream(hits).sum(),
                            sample.share(hits, Sample.everybody(hits.length)),
                            sample.byOrganisation(hits),
                            sample.disagreement(hits));
                })
                .toList();
    }
}
