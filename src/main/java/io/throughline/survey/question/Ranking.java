package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Ballots;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Moments;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Sums;
import io.throughline.survey.question.stats.Tally;
import io.throughline.survey.question.stats.Weighting;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    public List<Doubt> doubtful(Answer answer) {
        return Doubt.sameThroughout(List.copyOf(answer.ranks.values()), items.size());
    }

    /** Sums: who prefers one item to another, by their places; then who puts each first. Lists: Borda points, doubled. */
    private int preferring(int one, int other) {
        return one * items.size() + other;
    }

    private int first(int at) {
        return items.size() * items.size() + at;
    }

    @Override
    public Layout layout() {
        int pairs = items.size() * items.size();
        return new Layout(pairs + items.size(), pairs, items.size());
    }

    @Override
    public void measure(Answer answer, Measure into) {
        var ballot = items.stream()
                .mapToInt(item -> answer.ranks.getOrDefault(item.key(), 0))
                .toArray();
        int best = Arrays.stream(ballot).filter(rank -> rank > 0).min().orElse(0);
        var points = Ballots.doubledBorda(ballot);
        for (int i = 0; i < ballot.length; i++) {
            for (int j = 0; j < ballot.length; j++) {
                into.add(preferring(i, j), Ballots.prefers(ballot, i, j) ? 1 : 0);
            }
            into.add(first(i), ballot[i] > 0 && ballot[i] == best ? 1 : 0);
            into.value(i, points[i]);
        }
    }

    private Ballots ballots(Sums sums) {
        return Ballots.counted(items.size(), (i, j) -> sums.of(preferring(i, j)), sums.people());
    }

    @Override
    public Result result(Tally tally) {
        var winner = ballots(tally.sums(Weighting.WEIGHTED)).condorcetWinner();
        var figures = tally.bootstrapped(2 * items.size(), this::placesAndPoints);
        return new Result(
                tally.size(),
                tally.people() == 0 || winner.isEmpty()
                        ? null
                        : items.get(winner.getAsInt()).key(),
                IntStream.range(0, items.size())
                        .mapToObj(at -> resultOf(at, figures.get(items.size() + at), figures.get(at), tally))
                        .toList());
    }

    private ItemResult resultOf(int at, ByWeighting points, ByWeighting place, Tally tally) {
        Function<Cell, Moments> borda = cell -> cell.values(at).moments(doubled -> doubled / 2.0);
        return new ItemResult(
                items.get(at).key(),
                tally.count(first(at)),
                points,
                place,
                tally.byOrganisation(borda),
                tally.disagreement(borda));
    }

    /** Every item's place, and then every item's mean points; undefined where nobody's voice counts. */
    private double[] placesAndPoints(Sums sums) {
        var figures = new double[2 * items.size()];
        if (!(sums.people() > 0)) {
            Arrays.fill(figures, Double.NaN);
            return figures;
        }
        var ballots = ballots(sums);
        var places = ballots.schulze();
        var points = ballots.borda();
        for (int at = 0; at < places.length; at++) {
            figures[at] = places[at];
            figures[places.length + at] = points[at] / sums.people();
        }
        return figures;
    }
}
