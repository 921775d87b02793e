package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.Felt.Category;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Moments;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Tally;
import io.throughline.survey.question.stats.Weighting;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kano's pair of questions on each item: how would you feel if it is there, and how if it is not (Kano et al. 1984). */
public record Kano(QuestionId id, LocalizedText title, LocalizedText help, boolean required, List<Item> items)
        implements Typed<Kano.Answer, Kano.Result> {

    public Kano {
        items = List.copyOf(items);
    }

    /**
     * @param there how it feels if the item is there, null if not said yet
     * @param missing how it feels if it is not, null if not said yet
     */
    public record Pair(@Nullable Feeling there, @Nullable Feeling missing) {

        boolean complete() {
            return there != null && missing != null;
        }

        /** Whether having the item makes a difference for the better. */
        @JsonIgnore
        public boolean wanted() {
            var category = category();
            return category == Category.ATTRACTIVE
                    || category == Category.ONE_DIMENSIONAL
                    || category == Category.MUST_BE;
        }

        /** By Kano's table; null while one of the two is missing. */
        @JsonIgnore
        public @Nullable Category category() {
            return there == null || missing == null ? null : new Felt(there, missing).category();
        }
    }

    /** @param pairs by item key */
    public record Answer(Map<String, Pair> pairs) implements io.throughline.survey.question.Answer {

        public Answer {
            pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
        }

        @Override
        public boolean isEmpty() {
            return pairs.values().stream().allMatch(pair -> pair.there == null && pair.missing == null);
        }
    }

    public record Result(Size size, List<ItemResult> items) implements io.throughline.survey.question.Result {}

    /**
     * @param counts people by category
     * @param verdicts by weighting; a weighting under which nobody counts is left out
     * @param better (A + O)/(A + O + M + I), 0–1 (bootstrap): satisfaction gained by having it
     * @param worse −(O + M)/(A + O + M + I), −1–0 (bootstrap): satisfaction lost by not having it
     * @param functional mean on the continuous scale if it is there, −2–4 (t)
     * @param dysfunctional mean on the continuous scale if it is not, −2–4 (t)
     * @param organisations share of the people inside each organisation to whom it is attractive, one-dimensional or
     *     must-be
     * @param disagreement pooled standard deviation of that inside organisations, 0–.5 for large ones
     */
    public record ItemResult(
            String key,
            Map<Category, Integer> counts,
            Map<Weighting, Verdict> verdicts,
            ByWeighting better,
            ByWeighting worse,
            ByWeighting functional,
            ByWeighting dysfunctional,
            List<OrganisationFigure> organisations,
            @Nullable Double disagreement)
            implements Divided {}

    /**
     * @param categories one; or those that can't be told apart, the commonest first. Reverse and questionable are among
     *     them only where none of the six is commoner
     * @param certain whether the commonest differs significantly from the next (Fong 1996)
     */
    public record Verdict(List<Category> categories, boolean certain) {

        /** One-sided normal quantile of Fong's test at 5 %, as published. */
        private static final double FONG = 1.65;

        /** Of all: sums of parts of voices differ by so little though they are the same. */
        private static final double ROUNDING = 1e-9;

        /** @param counts of all six categories; weighted ones scaled to the effective number of people */
        static Verdict of(Map<Category, Double> counts) {
            double n = counts.values().stream().mapToDouble(Double::doubleValue).sum();
            double same = ROUNDING * n;
            var order = Arrays.stream(Category.values())
                    .sorted(Comparator.comparingDouble((Category one) -> -counts.getOrDefault(one, 0.0)))
                    .toList();
            var largest = atLeast(order, counts, counts.getOrDefault(order.getFirst(), 0.0) - same);
            if (!Category.MEANINGFUL.containsAll(largest)) {
                return new Verdict(largest, largest.size() == 1);
            }
            var meaningful =
                    order.stream().filter(Category.MEANINGFUL::contains).toList();
            double first = counts.getOrDefault(meaningful.getFirst(), 0.0);
            double second = counts.getOrDefault(meaningful.get(1), 0.0);
            double least = FONG * Math.sqrt((first + second) * (2 * n - first - second) / (2 * n));
            return first - second > same && first - second >= least
                    ? new Verdict(List.of(meaningful.getFirst()), true)
                    : new Verdict(atLeast(meaningful, counts, second - same), false);
        }

        private static List<Category> atLeast(List<Category> some, Map<Category, Double> counts, double least) {
            return some.stream()
                    .filter(one -> counts.getOrDefault(one, 0.0) >= least)
                    .toList();
        }
    }

    @Override
    public int seconds() {
        return 20 + 14 * items.size();
    }

    @Override
    public Method method() {
        return new Method("kano", 1);
    }

    @Override
    public Answer blank() {
        return new Answer(Map.of());
    }

    @Override
    public List<Problem> defects() {
        return Question.defectsOf(title, items, 1);
    }

    @Override
    public List<Problem> wrong(Answer answer) {
        return Problem.among(Item.unknown(items, answer.pairs.keySet()));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        int left = items.size()
                - (int) answer.pairs.values().stream().filter(Pair::complete).count();
        return Problem.among(Problem.when((required || !answer.isEmpty()) && left > 0, SurveyError.PAIRS_LEFT, left));
    }

    @Override
    public List<Doubt> doubtful(Answer answer) {
        var contradicting = items.stream()
                .map(Item::key)
                .filter(key ->
                        answer.pairs.containsKey(key) && answer.pairs.get(key).category() == Category.QUESTIONABLE)
                .toList();
        var complete = answer.pairs.values().stream().filter(Pair::complete).toList();
        return Stream.concat(
                        contradicting.isEmpty()
                                ? Stream.of()
                                : Stream.of(new Doubt(Doubt.Kind.CONTRADICTION, contradicting)),
                        Doubt.sameThroughout(complete, items.size()).stream())
                .toList();
    }

    @Override
    public Layout layout() {
        return KanoColumns.layout(items.size());
    }

    @Override
    public void measure(Answer answer, Measure into) {
        for (int at = 0; at < items.size(); at++) {
            var pair = answer.pairs.get(items.get(at).key());
            if (pair != null && pair.there != null && pair.missing != null) {
                new KanoColumns(items.size(), at).measure(new Felt(pair.there, pair.missing), into);
            }
        }
    }

    @Override
    public Result result(Tally tally) {
        return new Result(
                tally.size(),
                IntStream.range(0, items.size())
                        .mapToObj(at -> resultOf(items.get(at).key(), new KanoColumns(items.size(), at), tally))
                        .toList());
    }

    private static ItemResult resultOf(String key, KanoColumns columns, Tally tally) {
        Map<Category, Integer> counts = new EnumMap<>(Category.class);
        for (var category : Category.values()) {
            counts.put(category, Math.toIntExact(columns.people(category, tally::sum)));
        }
        Map<Weighting, Verdict> verdicts = new EnumMap<>(Weighting.class);
        for (var weighting : Weighting.values()) {
            var weighted = columns.weighted(tally, weighting);
            if (weighted != null) {
                verdicts.put(weighting, Verdict.of(weighted));
            }
        }
        Function<Cell, Moments> wanted = cell -> Moments.hits(
                Stream.of(Category.ATTRACTIVE, Category.ONE_DIMENSIONAL, Category.MUST_BE)
                        .mapToLong(category -> columns.people(category, cell::sum))
                        .sum(),
                cell.people());
        return new ItemResult(
                key,
                Collections.unmodifiableMap(counts),
                Collections.unmodifiableMap(verdicts),
                tally.bootstrapped(sums -> sums.of(columns.better()) / sums.of(columns.meaningful())),
                // 0 less it: what nobody loses is 0, not −0.
                tally.bootstrapped(sums -> (0 - sums.of(columns.worse())) / sums.of(columns.meaningful())),
                tally.mean(cell -> columns.moments(cell, felt -> felt.there().functional()), -2, 4),
                tally.mean(cell -> columns.moments(cell, felt -> felt.missing().dysfunctional()), -2, 4),
                tally.byOrganisation(wanted),
                tally.disagreement(wanted));
    }
}
