package io.throughline.survey.logic;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.throughline.survey.QuestionId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must have been answered before for something to be asked.
 *
 * @param match how many of the comparisons must hold
 * @param comparisons none: it is always asked
 */
public record Condition(Match match, List<Comparison> comparisons) {

    public static final Condition ALWAYS = new Condition(Match.ALL, List.of());

    public enum Match {
        ALL,
        ANY
    }

    public Condition {
        comparisons = List.copyOf(comparisons);
    }

    public static Condition all(Comparison... comparisons) {
        return new Condition(Match.ALL, List.of(comparisons));
    }

    public static Condition any(Comparison... comparisons) {
        return new Condition(Match.ANY, List.of(comparisons));
    }

    @JsonIgnore
    public boolean isAlways() {
        return comparisons.isEmpty();
    }

    /** The questions whose answers it looks at. */
    public Set<QuestionId> about() {
        return comparisons.stream().map(Comparison::question).collect(Collectors.toSet());
    }

    boolean holds(java.util.function.Function<QuestionId, Facts> facts) {
        return isAlways()
                || (match == Match.ALL
                        ? comparisons.stream().allMatch(one -> one.claim().holds(facts.apply(one.question())))
                        : comparisons.stream().anyMatch(one -> one.claim().holds(facts.apply(one.question()))));
    }
}
