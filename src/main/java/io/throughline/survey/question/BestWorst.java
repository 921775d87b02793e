package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.BestWorstColumns.Own;
import io.throughline.survey.question.stats.BlockDesign;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Moments;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Tally;
import io.throughline.survey.question.stats.Weighting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Best–worst scaling, object case (MaxDiff): of a few items at a time, which matters most and which least. Scored by
 * counts and by the analytic logit of Lipovetsky & Conklin (2014).
 *
 * @param perSet items shown together, 3 or more
 * @param times how often each item is to be shown at least
 * @param sets keys of the items shown together; made by {@link #designed}
 */
public record BestWorst(
        QuestionId id,
        LocalizedText title,
        LocalizedText help,
        boolean required,
        int perSet,
        int times,
        List<Item> items,
        List<List<String>> sets)
        implements Typed<BestWorst.Answer, BestWorst.Result> {

    public static final int FEWEST_PER_SET = 3;

    private static final int FEWEST_ITEMS = FEWEST_PER_SET + 1;

    public BestWorst {
        items = List.copyOf(items);
        sets = sets.stream().map(List::copyOf).toList();
    }

    /** The same question with sets that fit its items; none where the numbers don't allow a design. */
    public BestWorst designed() {
        return new BestWorst(
                id,
                title,
                help,
                required,
                perSet,
                times,
                items,
                designable() ? BestWorstSets.designed(items, perSet, times).sets() : List.of());
    }

    /** The same question about other items: sets that still fit are kept, so that a reworded item changes none. */
    BestWorst with(QuestionId id, LocalizedText title, LocalizedText help, boolean required, List<Item> items) {
        var edited = new BestWorst(id, title, help, required, perSet, times, items, sets);
        return edited.together().fit(perSet) ? edited : edited.designed();
    }

    /** The same question with other sets. */
    public BestWorst with(int perSet, int times) {
        return new BestWorst(id, title, help, required, perSet, times, items, List.of()).designed();
    }

    /** The sets as one respondent sees them: in an order of his or her own that stays the same on every visit. */
    public List<BestWorstSets.Shown> shownTo(UUID respondent) {
        return together().shownTo(respondent);
    }

    /** The design as it stands, for its item and pair frequencies. */
    public BlockDesign design() {
        return together().design();
    }

    private BestWorstSets together() {
        return new BestWorstSets(items, sets);
    }

    /**
     * @param best the item that matters most, null if not said yet
     * @param worst the item that matters least, null if not said yet
     */
    public record Pick(@Nullable String best, @Nullable String worst) {

        boolean complete() {
            return best != null && worst != null;
        }
    }

    /** @param picks by the number of the set, from 0 */
    public record Answer(Map<Integer, Pick> picks) implements io.throughline.survey.question.Answer {

        public Answer {
            picks = Collections.unmodifiableMap(new TreeMap<>(picks));
        }

        @Override
        public boolean isEmpty() {
            return picks.values().stream().allMatch(pick -> pick.best == null && pick.worst == null);
        }
    }

    public record Result(Size size, List<ItemResult> items) implements io.throughline.survey.question.Result {}

    /**
     * @param shown how often it was shown to people who chose in that set
     * @param best how often it was chosen as mattering most
     * @param worst how often as mattering least
     * @param standardised (best − worst)/shown, −1–1 (bootstrap)
     * @param roots √(best/worst) by weighting; left out where nobody whose voice counts chose it as worst
     * @param logits by weighting; left out where its share of choices is 0 or 1, or it was never shown
     * @param share of the importance, 0–1, summing to 1 over the items (bootstrap)
     * @param edge whether its share stands at an edge of the scale under some weighting, where the logit is undefined and
     *     1/(4n) was taken
     * @param organisations mean shrunk logit inside each organisation
     * @param disagreement pooled standard deviation of single people's shrunk logits inside organisations
     */
    public record ItemResult(
            String key,
            int shown,
            int best,
            int worst,
            ByWeighting standardised,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Map<Weighting, Double> roots,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Map<Weighting, Logit> logits,
            ByWeighting share,
            boolean edge,
            List<OrganisationFigure> organisations,
            @Nullable Double disagreement)
            implements Divided {}

    /**
     * @param b log odds of being chosen
     * @param error the method's own standard error
     */
    public record Logit(double b, double error) {

        /** Null at the edges, where it is undefined. */
        static @Nullable Logit of(double shown, double best, double worst) {
            double p = BestWorstColumns.portion(shown, best, worst);
            return p > 0 && p < 1
                    ? new Logit(Math.log(p / (1 - p)), Math.sqrt(p * (1 - p) / (2 * shown)) / (p * (1 - p)))
                    : null;
        }
    }

    /** One person's p, drawn towards everybody's: a person sees an item too rarely to say 0 or 1 for sure. */
    static double shrunk(double own, double everybody, Settings settings) {
        double inside = own <= 0 ? settings.edge() : own >= 1 ? 1 - settings.edge() : own;
        return (inside + settings.shrinkage() * everybody) / (1 + settings.shrinkage());
    }

    @Override
    public int seconds() {
        return 15 + 12 * sets.size();
    }

    @Override
    public Method method() {
        return new Method("best-worst", 1);
    }

    @Override
    public Answer blank() {
        return new Answer(Map.of());
    }

    @Override
    public List<Problem> defects() {
        var problems = new ArrayList<>(Question.defectsOf(title, items, FEWEST_ITEMS));
        if (items.size() < FEWEST_ITEMS) {
            // What no size of a set would mend.
            return problems;
        }
        if (perSet < FEWEST_PER_SET || perSet >= items.size()) {
            problems.add(Problem.of(SurveyError.SET_SIZE_OUT_OF_RANGE, FEWEST_PER_SET, items.size() - 1));
        } else if (!together().fit(perSet)) {
            problems.add(Problem.of(SurveyError.SETS_DO_NOT_FIT));
        }
        return problems;
    }

    private boolean designable() {
        return items.size() >= FEWEST_ITEMS && perSet >= FEWEST_PER_SET && perSet < items.size() && times >= 1;
    }

    @Override
    public List<Problem> wrong(Answer answer) {
        return answer.picks.entrySet().stream()
                .flatMap(entry -> wrong(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private List<Problem> wrong(int at, Pick pick) {
        boolean there = at >= 0 && at < sets.size();
        return Problem.among(
                Problem.when(
                        !there
                                || !Stream.of(pick.best, pick.worst)
                                        .allMatch(key ->
                                                key == null || sets.get(at).contains(key)),
                        SurveyError.UNKNOWN_ITEM),
                Problem.when(pick.best != null && pick.best.equals(pick.worst), SurveyError.BEST_IS_WORST));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        int left = sets.size()
                - (int) answer.picks.values().stream().filter(Pick::complete).count();
        return Problem.among(Problem.when((required || !answer.isEmpty()) && left > 0, SurveyError.SETS_LEFT, left));
    }

    @Override
    public Layout layout() {
        return BestWorstColumns.layout(items.size());
    }

    @Override
    public void measure(Answer answer, Measure into) {
        for (int at = 0; at < items.size(); at++) {
            new BestWorstColumns(at).measure(own(items.get(at).key(), answer), into);
        }
    }

    /** What one person said about an item. */
    private Own own(String key, Answer answer) {
        int shown = 0;
        int best = 0;
        int worst = 0;
        for (var entry : answer.picks.entrySet()) {
            var pick = entry.getValue();
            if (pick.complete() && sets.get(entry.getKey()).contains(key)) {
                shown++;
                best += key.equals(pick.best) ? 1 : 0;
                worst += key.equals(pick.worst) ? 1 : 0;
            }
        }
        return new Own(shown, best, worst);
    }

    @Override
    public Result result(Tally tally) {
        int people = tally.people();
        var shares = tally.bootstrapped(items.size(), sums -> BestWorstColumns.shares(items.size(), sums, people));
        return new Result(
                tally.size(),
                IntStream.range(0, items.size())
                        .mapToObj(at -> resultOf(items.get(at).key(), at, shares.get(at), tally))
                        .toList());
    }

    private static ItemResult resultOf(String key, int at, ByWeighting share, Tally tally) {
        var columns = new BestWorstColumns(at);
        int shown = tally.count(columns.shown());
        int best = tally.count(columns.best());
        int worst = tally.count(columns.worst());
        double everybody = BestWorstColumns.portion(shown, best, worst);
        Function<Cell, Moments> logits = cell -> cell.values(at).moments(kept -> {
            double p = shrunk(Own.read(kept).portion(everybody), everybody, tally.settings());
            return Math.log(p / (1 - p));
        });
        var scores = BestWorstScores.of(columns, tally);
        return new ItemResult(
                key,
                shown,
                best,
                worst,
                tally.bootstrapped(columns::standardised),
                scores.roots(),
                scores.logits(),
                share,
                scores.edge(),
                tally.byOrganisation(logits),
                tally.disagreement(logits));
    }
}
