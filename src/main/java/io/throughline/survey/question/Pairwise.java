package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.Judgements;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Moments;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Sums;
import io.throughline.survey.question.stats.Tally;
import io.throughline.survey.question.stats.Weighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every item against every other, on Saaty's scale of 1 to 9 (analytic hierarchy process). */
public record Pairwise(QuestionId id, LocalizedText title, LocalizedText help, boolean required, List<Item> items)
        implements Typed<Pairwise.Answer, Pairwise.Result> {

    /** "Extremely more important". */
    public static final int SCALE = 9;

    /** More items would be more than 36 comparisons. */
    public static final int MOST_ITEMS = 9;

    public Pairwise {
        items = List.copyOf(items);
    }

    /** Two items, in the order of the question, as one key. */
    public static String pair(Item first, Item second) {
        return first.key() + ":" + second.key();
    }

    /**
     * @param judgements by {@link #pair}: k ≥ 2 if the first counts k times as much as the second, −k if the second counts
     *     k times as much as the first, 1 if both count the same
     */
    public record Answer(Map<String, Integer> judgements) implements io.throughline.survey.question.Answer {

        public Answer {
            judgements = Collections.unmodifiableMap(new LinkedHashMap<>(judgements));
        }

        @Override
        public boolean isEmpty() {
            return judgements.isEmpty();
        }
    }

    /**
     * @param size people who judged every pair
     * @param consistency CR of the weighted mean of the group's judgements, which the weighted weights are those of; null
     *     if nobody whose voice counts judged all pairs
     * @param inconsistent how many people's own CR is above the acceptable
     */
    public record Result(Size size, @Nullable Double consistency, int inconsistent, List<ItemResult> items)
            implements io.throughline.survey.question.Result {}

    /**
     * @param weight from the weighted geometric mean of the judgements, 0–1, summing to 1 over the items (bootstrap)
     * @param organisations mean weight inside each organisation
     * @param disagreement pooled standard deviation of single people's weights inside organisations
     */
    public record ItemResult(
            String key,
            ByWeighting weight,
            List<OrganisationFigure> organisations,
            @Nullable Double disagreement) implements Divided {}

    /** The pairs in the order they are asked. */
    @JsonIgnore
    public List<String> pairs() {
        return IntStream.range(0, items.size())
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, items.size()).mapToObj(j -> pair(items.get(i), items.get(j))))
                .toList();
    }

    /** What one person's judgements amount to; nothing before every pair is judged. */
    public Optional<Judgements> judged(Answer answer) {
        return ratios(answer).map(Judgements::new);
    }

    private Optional<double[][]> ratios(Answer answer) {
        int n = items.size();
        var ratio = new double[n][n];
        for (int i = 0; i < n; i++) {
            ratio[i][i] = 1;
            for (int j = i + 1; j < n; j++) {
                var judgement = answer.judgements.get(pair(items.get(i), items.get(j)));
                if (judgement == null || judgement == 0) {
                    return Optional.empty();
                }
                ratio[i][j] = judgement > 0 ? judgement : -1.0 / judgement;
                ratio[j][i] = 1 / ratio[i][j];
            }
        }
        return Optional.of(ratio);
    }

    /** Keys of the items from the weightiest to the lightest by one person's judgements; empty before every pair is judged. */
    public List<String> byWeight(Answer answer) {
        return judged(answer)
                .map(Judgements::weights)
                .map(weights -> IntStream.range(0, items.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer at) -> -weights[at]))
                        .map(at -> items.get(at).key())
                        .toList())
                .orElse(List.of());
    }

    @Override
    public int seconds() {
        return 15 + 8 * items.size() * (items.size() - 1) / 2;
    }

    @Override
    public Method method() {
        return new Method("pairwise", 1);
    }

    @Override
    public Answer blank() {
        return new Answer(Map.of());
    }

    @Override
    public List<Problem> defects() {
        var problems = new ArrayList<>(Question.defectsOf(title, items));
        if (items.size() > MOST_ITEMS) {
            problems.add(Problem.of(SurveyError.ITEMS_OUT_OF_RANGE, 2, MOST_ITEMS));
        }
        return problems;
    }

    /** Whether it is one: the same, or so many times as much of the first or, below zero, of the second. */
    public static boolean isJudgement(int judgement) {
        return Math.abs(judgement) <= SCALE && judgement != 0 && judgement != -1;
    }

    @Override
    public List<Problem> wrong(Answer answer) {
        return Problem.among(
                Problem.when(!pairs().containsAll(answer.judgements.keySet()), SurveyError.UNKNOWN_ITEM),
                Problem.when(
                        answer.judgements.values().stream().anyMatch(k -> !isJudgement(k)),
                        SurveyError.RATING_OUT_OF_RANGE,
                        1,
                        SCALE));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        int left = pairs().size() - answer.judgements.size();
        return Problem.among(Problem.when((required || !answer.isEmpty()) && left > 0, SurveyError.PAIRS_LEFT, left));
    }

    @Override
    public List<Doubt> doubtful(Answer answer) {
        var given = List.copyOf(answer.judgements.values());
        return Stream.concat(inconsistency(answer).stream(), Doubt.sameThroughout(given, pairs().size()).stream())
                .toList();
    }

    private Optional<Doubt> inconsistency(Answer answer) {
        return judged(answer)
                .filter(one -> one.consistencyRatio(Judgements.SAATY) > Judgements.ACCEPTABLE)
                .map(Judgements::mostDoubtful)
                .map(pair -> new Doubt(
                        Doubt.Kind.INCONSISTENT,
                        List.of(
                                items.get(pair.first()).key(),
                                items.get(pair.second()).key())));
    }

    /** Only who judged every pair. */
    @Override
    public boolean counts(Answer answer) {
        return ratios(answer).isPresent();
    }

    /** A judgement of 1 to 9 is a product of these; sums of their exponents are exact where sums of logarithms are not. */
    private static final int[] PRIMES = {2, 3, 5, 7};

    private static final double[] LOGARITHMS =
            Arrays.stream(PRIMES).mapToDouble(Math::log).toArray();

    /** Parts of a weight that are told apart in sums over people. */
    private static final double UNIT = 1L << 40;

    /** How many pairs there are. */
    private int comparisons() {
        return items.size() * (items.size() - 1) / 2;
    }

    private int exponents(int pair) {
        return pair * PRIMES.length;
    }

    private int weight(int at) {
        return exponents(comparisons()) + 2 * at;
    }

    private int inconsistent() {
        return weight(items.size());
    }

    @Override
    public Layout layout() {
        return new Layout(inconsistent() + 1, exponents(comparisons()), 0);
    }

    @Override
    public void measure(Answer answer, Measure into) {
        var judged = judged(answer).orElseThrow();
        var pairs = pairs();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int judgement = Objects.requireNonNull(answer.judgements.get(pairs.get(pair)));
            for (int at = 0; at < PRIMES.length; at++) {
                into.add(exponents(pair) + at, exponent(Math.abs(judgement), PRIMES[at]) * Integer.signum(judgement));
            }
        }
        var weights = judged.weights();
        for (int at = 0; at < weights.length; at++) {
            into.add(weight(at), Math.round(weights[at] * UNIT));
            into.add(weight(at) + 1, Math.round(weights[at] * weights[at] * UNIT));
        }
        into.add(inconsistent(), judged.consistencyRatio(Judgements.SAATY) > Judgements.ACCEPTABLE ? 1 : 0);
    }

    private static int exponent(int number, int prime) {
        return number % prime == 0 ? 1 + exponent(number / prime, prime) : 0;
    }

    @Override
    public Result result(Tally tally) {
        var weights = tally.bootstrapped(
                items.size(), sums -> together(sums).map(Judgements::weights).orElseGet(this::undefined));
        return new Result(
                tally.size(),
                together(tally.sums(Weighting.WEIGHTED))
                        .map(one -> one.consistencyRatio(tally.settings().randomIndex()))
                        .orElse(null),
                tally.count(inconsistent()),
                IntStream.range(0, items.size())
                        .mapToObj(at -> resultOf(at, weights.get(at), tally))
                        .toList());
    }

    /** Nothing where nobody's voice counts. */
    private Optional<Judgements> together(Sums sums) {
        return sums.people() > 0
                ? Optional.of(Judgements.geometric(items.size(), (i, j) -> logarithms(sums, i, j) / sums.people()))
                : Optional.empty();
    }

    /** @param first comes before second in the question */
    private double logarithms(Sums sums, int first, int second) {
        int pair = first * items.size() - first * (first + 1) / 2 + second - first - 1;
        double sum = 0;
        for (int at = 0; at < PRIMES.length; at++) {
            sum += sums.of(exponents(pair) + at) * LOGARITHMS[at];
        }
        return sum;
    }

    private double[] undefined() {
        var undefined = new double[items.size()];
        Arrays.fill(undefined, Double.NaN);
        return undefined;
    }

    private ItemResult resultOf(int at, ByWeighting weight, Tally tally) {
        Function<Cell, Moments> own =
                cell -> Moments.sums(cell.people(), cell.sum(weight(at)) / UNIT, cell.sum(weight(at) + 1) / UNIT);
        return new ItemResult(items.get(at).key(), weight, tally.byOrganisation(own), tally.disagreement(own));
    }
}
