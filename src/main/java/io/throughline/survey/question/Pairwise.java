package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Judgements;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Sample;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Size;
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
        implements Question {

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
            @Nullable Double disagreement) {}

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
    public List<Problem> accept(io.throughline.survey.question.Answer answer) {
        if (!(answer instanceof Answer own)) {
            return List.of(Problem.of(SurveyError.WRONG_ANSWER_TYPE));
        }
        var problems = new ArrayList<Problem>();
        if (!pairs().containsAll(own.judgements.keySet())) {
            problems.add(Problem.of(SurveyError.UNKNOWN_ITEM));
        }
        if (own.judgements.values().stream().anyMatch(k -> Math.abs(k) > SCALE || k == 0 || k == -1)) {
            problems.add(Problem.of(SurveyError.RATING_OUT_OF_RANGE, 1, SCALE));
        }
        return problems;
    }

    @Override
    public List<Problem> validate(io.throughline.survey.question.Answer answer) {
        var problems = new ArrayList<>(accept(answer));
        if (answer instanceof Answer own && (required || !own.isEmpty())) {
            int left = pairs().size() - own.judgements.size();
            if (left > 0) {
                problems.add(Problem.of(SurveyError.PAIRS_LEFT, left));
            }
        }
        return problems;
    }

    @Override
    public Result score(List<Given> answers, Settings settings) {
        var given = new ArrayList<Given>();
        var judged = new ArrayList<Judgements>();
        for (var one : answers) {
            if (one.answer() instanceof Answer own) {
                judged(own).ifPresent(judgements -> {
                    given.add(one);
                    judged.add(judgements);
                });
            }
        }
        var sample = new Sample(given.stream().map(Given::by).toList(), settings);
        var everybody = new double[judged.size()];
        Arrays.fill(everybody, 1);
        var weights = sample.bootstrapped(items.size(), counting -> together(judged, counting));
        return new Result(
                sample.size(),
                judged.isEmpty()
                        ? null
                        : Judgements.together(judged, everybody).consistencyRatio(settings.randomIndex()),
                (int) judged.stream()
                        .filter(one -> one.consistencyRatio(settings.randomIndex()) > Judgements.ACCEPTABLE)
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
