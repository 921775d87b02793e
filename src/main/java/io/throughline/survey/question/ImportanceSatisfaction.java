package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Moments;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Importance by choice, satisfaction by rating: "which k matter most" together with "how satisfied are you with each".
 *
 * @param choose how many items may be named, at least 1
 */
public record ImportanceSatisfaction(
        QuestionId id, LocalizedText title, LocalizedText help, boolean required, int choose, List<Item> items)
        implements Typed<ImportanceSatisfaction.Answer, ImportanceSatisfaction.Result> {

    /** Ratings run from 1 (very dissatisfied) to this (very satisfied). */
    public static final int SCALE = 5;

    /** From this rating on a person counts as satisfied. */
    public static final int SATISFIED_FROM = 4;

    /** Stands for a rating the person said not to be able to give. */
    public static final int DONT_KNOW = 0;

    public ImportanceSatisfaction {
        items = List.copyOf(items);
    }

    /**
     * @param mattersMost keys of the items named, in the order they were named
     * @param none the person said that none of them matters most
     * @param satisfaction 1–5 by item key, or {@link #DONT_KNOW}; an item left out was not answered
     */
    public record Answer(List<String> mattersMost, boolean none, Map<String, Integer> satisfaction)
            implements io.throughline.survey.question.Answer {

        public Answer {
            mattersMost = List.copyOf(mattersMost);
            satisfaction = Collections.unmodifiableMap(new LinkedHashMap<>(satisfaction));
        }

        @Override
        public boolean isEmpty() {
            return mattersMost.isEmpty() && !none && satisfaction.isEmpty();
        }
    }

    /**
     * @param size the people who were shown the question, whether they answered it or not
     * @param none how many people said that none of the items matters most
     * @param unanswered how many were shown the question and named nothing, not even "none"
     */
    public record Result(Size size, int none, int unanswered, List<ItemResult> items)
            implements io.throughline.survey.question.Result {}

    /**
     * @param named how many people named the item; its share of all who were shown the question is the importance
     * @param ratings how many people gave 1, 2, 3, 4 and 5
     * @param dontKnow how many people said not to know; they don't count as having rated
     * @param importance share naming it, 0–1 (Wilson)
     * @param satisfaction share of 4–5 among those who rated it, 0–1 (Wilson); undefined if nobody did
     * @param rating importance × (1 − satisfaction), 0–1 (bootstrap); undefined where satisfaction is
     * @param organisations importance inside each organisation
     * @param disagreement pooled standard deviation of "named it" inside organisations, 0–.5 for large ones
     */
    public record ItemResult(
            String key,
            int named,
            List<Integer> ratings,
            int dontKnow,
            ByWeighting importance,
            ByWeighting satisfaction,
            ByWeighting rating,
            List<OrganisationFigure> organisations,
            @Nullable Double disagreement)
            implements Divided {

        public int rated() {
            return ratings.stream().mapToInt(Integer::intValue).sum();
        }

        public int satisfied() {
            return ratings.subList(SATISFIED_FROM - 1, SCALE).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
    }

    @Override
    public int seconds() {
        return 20 + 5 * items.size();
    }

    @Override
    public Method method() {
        return new Method("importance-satisfaction-by-choice", 1);
    }

    @Override
    public Answer blank() {
        return new Answer(List.of(), false, Map.of());
    }

    @Override
    public List<Problem> defects() {
        var problems = new ArrayList<>(Question.defectsOf(title, items));
        if (choose < 1 || choose >= Math.max(2, items.size())) {
            problems.add(Problem.of(SurveyError.CHOOSE_OUT_OF_RANGE, 1, Math.max(1, items.size() - 1)));
        }
        return problems;
    }

    @Override
    public List<Problem> wrong(Answer answer) {
        return Problem.among(
                Item.unknown(items, answer.mattersMost),
                Item.unknown(items, answer.satisfaction.keySet()),
                Item.twice(answer.mattersMost),
                Problem.when(
                        answer.satisfaction.values().stream().anyMatch(value -> value < DONT_KNOW || value > SCALE),
                        SurveyError.RATING_OUT_OF_RANGE,
                        1,
                        SCALE));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        int named = answer.mattersMost.size();
        return Problem.among(
                Problem.when(named > choose, SurveyError.TOO_MANY_NAMED, choose, named),
                Problem.when(answer.none && named > 0, SurveyError.NONE_AND_NAMED),
                Problem.when(required && !answer.none && named == 0, SurveyError.NOTHING_NAMED, choose));
    }

    /** Which few matter most can't be the same for all; how satisfied one is can. */
    @Override
    public List<Doubt> doubtful(Answer answer) {
        return Doubt.sameThroughout(List.copyOf(answer.satisfaction.values()), items.size());
    }

    /** Whoever was shown the question counts, also who left it blank: importance is a share of all of them. */
    @Override
    public boolean counts(Answer answer) {
        return true;
    }

    /** What is kept of an item: the resampled sums of all items first, then how many gave each rating. */
    private record Columns(int items, int at) {

        private static final int RESAMPLED = 3;

        int named() {
            return at * RESAMPLED;
        }

        int rated() {
            return named() + 1;
        }

        int satisfied() {
            return named() + 2;
        }

        int rating(int rating) {
            return items * RESAMPLED + at * (SCALE + 1) + rating;
        }

        static int none(int items) {
            return items * (RESAMPLED + SCALE + 1);
        }

        static int unanswered(int items) {
            return none(items) + 1;
        }
    }

    @Override
    public List<String> options() {
        return items.stream().map(Item::key).toList();
    }

    @Override
    public int column(String option) {
        return new Columns(items.size(), options().indexOf(option)).named();
    }

    @Override
    public Layout layout() {
        return new Layout(Columns.unanswered(items.size()) + 1, items.size() * Columns.RESAMPLED, 0);
    }

    @Override
    public void measure(Answer answer, Measure into) {
        into.add(Columns.none(items.size()), answer.none ? 1 : 0);
        into.add(Columns.unanswered(items.size()), !answer.none && answer.mattersMost.isEmpty() ? 1 : 0);
        for (int at = 0; at < items.size(); at++) {
            var columns = new Columns(items.size(), at);
            into.add(columns.named(), answer.mattersMost.contains(items.get(at).key()) ? 1 : 0);
            var rating = answer.satisfaction.get(items.get(at).key());
            if (rating != null) {
                into.count(columns.rating(rating));
                into.add(columns.rated(), rating != DONT_KNOW ? 1 : 0);
                into.add(columns.satisfied(), rating >= SATISFIED_FROM ? 1 : 0);
            }
        }
    }

    @Override
    public Result result(Tally tally) {
        return new Result(
                tally.size(),
                tally.count(Columns.none(items.size())),
                tally.count(Columns.unanswered(items.size())),
                IntStream.range(0, items.size())
                        .mapToObj(at -> resultOf(items.get(at).key(), new Columns(items.size(), at), tally))
                        .toList());
    }

    private static ItemResult resultOf(String key, Columns columns, Tally tally) {
        Function<Cell, Moments> named = cell -> Moments.hits(cell.sum(columns.named()), cell.people());
        return new ItemResult(
                key,
                tally.count(columns.named()),
                tally.counts(columns.rating(1), SCALE),
                tally.count(columns.rating(DONT_KNOW)),
                tally.share(columns.named()),
                tally.share(columns.satisfied(), columns.rated()),
                tally.bootstrapped(sums -> sums.of(columns.named())
                        / sums.people()
                        * (1 - sums.of(columns.satisfied()) / sums.of(columns.rated()))),
                tally.byOrganisation(named),
                tally.disagreement(named));
    }
}
