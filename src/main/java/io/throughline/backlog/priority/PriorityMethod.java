package io.throughline.backlog.priority;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * A formula that turns inputs into a score. Its name and {@link #version()} stand beside every score; a formula that
 * computes differently gets a new version, never the old number.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PriorityMethod.IsRating.class, name = "is-rating"),
    @JsonSubTypes.Type(value = PriorityMethod.PointsShare.class, name = "points-share"),
    @JsonSubTypes.Type(value = PriorityMethod.Rice.class, name = "rice"),
    @JsonSubTypes.Type(value = PriorityMethod.Wsjf.class, name = "wsjf"),
    @JsonSubTypes.Type(value = PriorityMethod.Weighted.class, name = "weighted")
})
public sealed interface PriorityMethod {

    /** The translation key's last part and the name in exports. */
    @JsonIgnore
    String name();

    /** Counts up when the same name starts to compute differently. */
    @JsonIgnore
    int version();

    /** The formula in symbols, the same in every language. */
    @JsonIgnore
    String formula();

    /** What it needs; where one is missing there is no score. */
    @JsonIgnore
    Set<Field> fields();

    /** The score at these values of its fields. */
    double at(ToDoubleFunction<Field> input);

    /** Whether more of this field means a higher score: decides which end of its interval is the score's lower one. */
    boolean rising(Field field);

    /** The score, or nothing where an input is missing or the result is not a number (a job of size zero). */
    default Optional<Estimate> score(Map<Field, Estimate> inputs) {
        if (fields().isEmpty() || !inputs.keySet().containsAll(fields())) {
            return Optional.empty();
        }
        double value = at(f -> input(inputs, f).value());
        double low =
                at(f -> rising(f) ? input(inputs, f).low() : input(inputs, f).high());
        double high =
                at(f -> rising(f) ? input(inputs, f).high() : input(inputs, f).low());
        return Double.isFinite(value) && Double.isFinite(low) && Double.isFinite(high)
                ? Optional.of(new Estimate(value, low, high))
                : Optional.empty();
    }

    private static Estimate input(Map<Field, Estimate> inputs, Field field) {
        var found = inputs.get(field);
        if (found == null) {
            throw new IllegalArgumentException("no input for " + field);
        }
        return found;
    }

    /** I–S rating: importance × (1 − satisfaction), both by choice. */
    record IsRating() implements PriorityMethod {
        @Override
        public String name() {
            return "is-rating";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String formula() {
            return "I × (1 − S)";
        }

        @Override
        public Set<Field> fields() {
            return Set.of(Field.IS_RATING);
        }

        @Override
        public double at(ToDoubleFunction<Field> input) {
            return input.applyAsDouble(Field.IS_RATING);
        }

        @Override
        public boolean rising(Field field) {
            return true;
        }
    }

    /** The share of the 100 points customers gave it. */
    record PointsShare() implements PriorityMethod {
        @Override
        public String name() {
            return "points-share";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String formula() {
            return "Σ w·points / (100·Σ w)";
        }

        @Override
        public Set<Field> fields() {
            return Set.of(Field.POINTS_SHARE);
        }

        @Override
        public double at(ToDoubleFunction<Field> input) {
            return input.applyAsDouble(Field.POINTS_SHARE);
        }

        @Override
        public boolean rising(Field field) {
            return true;
        }
    }

    /** Reach × impact × confidence / effort. */
    record Rice() implements PriorityMethod {
        @Override
        public String name() {
            return "rice";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String formula() {
            return "R × I × C / E";
        }

        @Override
        public Set<Field> fields() {
            return Set.of(Field.REACH, Field.IMPACT, Field.CONFIDENCE, Field.EFFORT_DAYS);
        }

        @Override
        public double at(ToDoubleFunction<Field> input) {
            return input.applyAsDouble(Field.REACH)
                    * input.applyAsDouble(Field.IMPACT)
                    * input.applyAsDouble(Field.CONFIDENCE)
                    / input.applyAsDouble(Field.EFFORT_DAYS);
        }

        @Override
        public boolean rising(Field field) {
            return field != Field.EFFORT_DAYS;
        }
    }

    /** Weighted shortest job first: (value + time criticality + risk reduction) / job size. */
    record Wsjf() implements PriorityMethod {
        @Override
        public String name() {
            return "wsjf";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String formula() {
            return "(V + T + R) / J";
        }

        @Override
        public Set<Field> fields() {
            return Set.of(Field.VALUE, Field.TIME_CRITICALITY, Field.RISK_REDUCTION, Field.JOB_SIZE);
        }

        @Override
        public double at(ToDoubleFunction<Field> input) {
            return (input.applyAsDouble(Field.VALUE)
                            + input.applyAsDouble(Field.TIME_CRITICALITY)
                            + input.applyAsDouble(Field.RISK_REDUCTION))
                    / input.applyAsDouble(Field.JOB_SIZE);
        }

        @Override
        public boolean rising(Field field) {
            return field != Field.JOB_SIZE;
        }
    }

    /**
     * An own formula: the sum of fields, each times its weight.
     *
     * @param weights any numbers; a negative one lets more of the field mean less; zero leaves it out
     */
    record Weighted(Map<Field, Double> weights) implements PriorityMethod {

        public Weighted {
            var kept = new TreeMap<>(weights);
            kept.values().removeIf(w -> w == 0);
            weights = java.util.Collections.unmodifiableMap(kept);
        }

        @Override
        public String name() {
            return "weighted";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String formula() {
            var terms = new java.util.StringJoiner(" + ");
            weights.forEach((field, weight) -> terms.add(weight + "·" + field));
            return terms.toString();
        }

        @Override
        public Set<Field> fields() {
            return new TreeSet<>(weights.keySet());
        }

        @Override
        public double at(ToDoubleFunction<Field> input) {
            return weights.entrySet().stream()
                    .mapToDouble(e -> e.getValue() * input.applyAsDouble(e.getKey()))
                    .sum();
        }

        @Override
        public boolean rising(Field field) {
            return weights.getOrDefault(field, 0.0) >= 0;
        }
    }
}
