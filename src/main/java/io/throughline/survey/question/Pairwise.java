package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.Judgements;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Sample;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Weighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
     * @param consistency CR of the group's judgements, everybody counted once; null if nobody judged all pairs
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
        return Optional.of(new Judgements(ratio));
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

    @Override
    public List<Problem> wrong(Answer answer) {
        return Problem.among(
                Problem.when(!pairs().containsAll(answer.judgements.keySet()), SurveyError.UNKNOWN_ITEM),
                Problem.when(
                        answer.judgements.values().stream().anyMatch(k -> Math.abs(k) > SCALE || k == 0 || k == -1),
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
        return judged(answer)
                .filter(one -> one.consistencyRatio(Judgements.SAATY) > Judgements.ACCEPTABLE)
                .map(Judgements::mostDoubtful)
                .map(pair -> new Doubt(
                        Doubt.Kind.INCONSISTENT,
                        List.of(
                                items.get(pair.first()).key(),
                                items.get(pair.second()).key())))
                .stream()
                .toList();
    }

    /** Only who judged every pair. */
    @Override
    public boolean counts(Answer answer) {
        return judged(answer).isPresent();
    }

    @Override
    public Result score(Answers<Answer> answers) {
        var sample = answers.sample();
        var random = answers.settings().randomIndex();
        var judged = answers.all().stream()
                .map(this::judged)
                .flatMap(Optional::stream)
                .toList();
        var weights = sample.bootstrapped(items.size(), counting -> together(judged, counting));
        return new Result(
                answers.size(),
                judged.isEmpty()
                        ? null
                        : Judgements.together(judged, sample.weights(Weighting.PER_PERSON))
                                .consistencyRatio(random),
                (int) judged.stream()
                        .filter(one -> one.consistencyRatio(random) > Judgements.ACCEPTABLE)
                        .count(),
                IntStream.range(0, items.size())
                        .mapToObj(at -> scoreOf(at, judged, weights.get(at), sample))
                        .toList());
    }

    private double[] together(List<Judgements> judged, double[] weights) {
        if (Arrays.stream(weights).sum() > 0) {
            return Judgements.together(judged, weights).weights();
        }
        var undefined = new double[items.size()];
        Arrays.fill(undefined, Double.NaN);
        return undefined;
    }

    private ItemResult scoreOf(int at, List<Judgements> judged, ByWeighting weight, Sample sample) {
        var own = judged.stream().mapToDouble(one -> one.weights()[at]).toArray();
        return new ItemResult(items.get(at).key(), weight, sample.byOrganisation(own), sample.disagreement(own));
    }
}
