package io.throughline.survey.question;

import io.throughline.survey.question.Felt.Category;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Moments;
import io.throughline.survey.question.stats.Tally;
import io.throughline.survey.question.stats.Weighting;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What is kept of an item of Kano's: the resampled sums of all items first, then how many gave each pair of feelings. */
record KanoColumns(int items, int at) {

    private static final int FEELINGS = Feeling.values().length;
    private static final int PAIRS = FEELINGS * FEELINGS;
    private static final int RESAMPLED = 3;

    /** People to whom it is attractive, one-dimensional, must-be or indifferent. */
    int meaningful() {
        return at * RESAMPLED;
    }

    int better() {
        return meaningful() + 1;
    }

    int worse() {
        return meaningful() + 2;
    }

    int pair(Felt felt) {
        return items * RESAMPLED
                + at * PAIRS
                + felt.there().ordinal() * FEELINGS
                + felt.missing().ordinal();
    }

    static Layout layout(int items) {
        return new Layout(items * (RESAMPLED + PAIRS), items * RESAMPLED, 0);
    }

    /** Counts what one person said of the item. */
    void measure(Felt felt, Measure into) {
        var category = felt.category();
        into.add(meaningful(), Category.MEANINGFUL.contains(category) ? 1 : 0);
        into.add(better(), category == Category.ATTRACTIVE || category == Category.ONE_DIMENSIONAL ? 1 : 0);
        into.add(worse(), category == Category.ONE_DIMENSIONAL || category == Category.MUST_BE ? 1 : 0);
        into.count(pair(felt));
    }

    /** How many put it into a category. @param sum of a column */
    long people(Category category, IntToLongFunction sum) {
        long people = 0;
        for (var felt : Felt.of(category)) {
            people += sum.applyAsLong(pair(felt));
        }
        return people;
    }

    /** Of those who said both. */
    Moments moments(Cell cell, ToIntFunction<Felt> value) {
        long people = 0;
        double sum = 0;
        double squares = 0;
        for (var felt : Felt.ALL) {
            long count = cell.sum(pair(felt));
            double one = value.applyAsInt(felt);
            people += count;
            sum += count * one;
            squares += count * one * one;
        }
        return Moments.sums(people, sum, squares);
    }

    /** Weighted counts that sum to the effective number of people; null where nobody's voice counts. */
    @Nullable
    Map<Category, Double> weighted(Tally tally, Weighting weighting) {
        double scale = tally.scale(
                weighting,
                cell -> Arrays.stream(Category.values())
                        .mapToLong(category -> people(category, cell::sum))
                        .sum());
        if (Double.isNaN(scale)) {
            return null;
        }
        var sums = tally.sums(weighting);
        Map<Category, Double> counts = new EnumMap<>(Category.class);
        for (var category : Category.values()) {
            counts.put(
                    category,
                    scale
                            * Felt.of(category).stream()
                                    .mapToDouble(felt -> sums.of(pair(felt)))
                                    .sum());
        }
        return counts;
    }
}
