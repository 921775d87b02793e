package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Ballots;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Sample;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Weighting;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Items put in order; ties are allowed, and what is left out ties for last. Counted by Borda and by Schulze. */
public record Ranking(QuestionId id, LocalizedText title, LocalizedText help, boolean required, List<Item> items)
        implements Typed<Ranking.Answer, Ranking.Result> {

    public Ranking {
        items = List.copyOf(items);
    }

    /** @param ranks by item key, 1 being first; equal ranks are ties, an item left out is not ranked */
    public record Answer(Map<String, Integer> ranks) implements io.throughline.survey.question.Answer {

        public Answer {
            ranks = Collections.unmodifiableMap(new LinkedHashMap<>(ranks));
        }

        @Override
        public boolean isEmpty() {
            return ranks.isEmpty();
        }
    }

    /** @param condorcet key of the item that beats every other one in direct comparison by weight, null if none does */
    public record Result(Size size, @Nullable String condorcet, List<ItemResult> items)
            implements io.throughline.survey.question.Result {}

    /**
     * @param first how many people put it first, alone or with others
     * @param borda mean Borda points, 0 to the number of items − 1 (bootstrap)
     * @param schulze place in Schulze's order, 1 being first, ties sharing one (bootstrap)
     * @param organisations mean Borda points inside each organisation
     * @param disagreement pooled standard deviation of single people's Borda points inside organisations
     */
    public record ItemResult(
            String key,
            int first,
            ByWeighting borda,
            ByWeighting schulze,
            List<OrganisationFigure> organisations,
            @Nullable Double disagreement)
            implements Divided {}

    @Override
    public int seconds() {
        return 20 + 7 * items.size();
    }

    @Override
    public Method method() {
        return new Method("ranking", 1);
    }

    @Override
    public Answer blank() {
        return new Answer(Map.of());
    }

    @Override
    public List<Problem> defects() {
        return Question.defectsOf(title, items);
    }

    @Override
    public List<Problem> wrong(Answer answer) {
        return Problem.among(
                Item.unknown(items, answer.ranks.keySet()),
                Problem.when(
                        answer.ranks.values().stream().anyMatch(rank -> rank < 1 || rank > items.size()),
                        SurveyError.RANK_OUT_OF_RANGE,
                        1,
                        items.size()));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(Problem.when(required && answer.isEmpty(), SurveyError.NOTHING_RANKED));
    }

    @Override
    public Result score(Answers<Answer> answers) {
        var sample = answers.sample();
        var ballots = answers.all().stream().map(this::ballot).toList();
        var winner = new Ballots(items.size(), ballots, sample.weights(Weighting.WEIGHTED)).condorcetWinner();
        var places = sample.bootstrapped(items.size(), weights -> places(ballots, weights));
        return new Result(
                answers.size(),
                ballots.isEmpty() || winner.isEmpty()
                        ? null
                        : items.get(winner.getAsInt()).key(),
                IntStream.range(0, items.size())
                        .mapToObj(at -> scoreOf(at, ballots, places.get(at), sample))
                        .toList());
    }

    private int[] ballot(Answer answer) {
        return items.stream()
                .mapToInt(item -> answer.ranks.getOrDefault(item.key(), 0))
                .toArray();
    }

    private ItemResult scoreOf(int at, List<int[]> ballots, ByWeighting place, Sample sample) {
        var points = ballots.stream()
                .mapToDouble(ballot -> new Ballots(items.size(), List.of(ballot), new double[] {1}).borda()[at])
                .toArray();
        return new ItemResult(
                items.get(at).key(),
                (int) ballots.stream()
                        .filter(ballot -> ballot[at] > 0
                                && Arrays.stream(ballot).noneMatch(rank -> rank > 0 && rank < ballot[at]))
                        .count(),
                sample.bootstrapped(weights -> Sample.mean(points, weights)),
                place,
                sample.byOrganisation(points),
                sample.disagreement(points));
    }

    private double[] places(List<int[]> ballots, double[] weights) {
        if (Arrays.stream(weights).sum() > 0) {
            return Arrays.stream(new Ballots(items.size(), ballots, weights).schulze())
                    .asDoubleStream()
                    .toArray();
        }
        var undefined = new double[items.size()];
        Arrays.fill(undefined, Double.NaN);
        return undefined;
    }
}
