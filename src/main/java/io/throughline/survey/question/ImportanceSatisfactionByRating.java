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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How important is each item, and how satisfied are you with it: both rated (opportunity algorithm, Ulwick 2002). */
public record ImportanceSatisfactionByRating(
        QuestionId id, LocalizedText title, LocalizedText help, boolean required, List<Item> items)
        implements Typed<ImportanceSatisfactionByRating.Answer, ImportanceSatisfactionByRating.Result> {

    /** Ratings run from 1 to this. */
    public static final int SCALE = 5;

    /** From this rating on an item counts as important, and a person as satisfied. */
    public static final int HIGH_FROM = 4;

    /** What the opportunity comes to where everybody finds it important and nobody is satisfied. */
    public static final double MOST_OPPORTUNITY = 20;

    /** Stands for a rating the person said not to be able to give. */
    public static final int DONT_KNOW = 0;

    public ImportanceSatisfactionByRating {
        items = List.copyOf(items);
    }

    /**
     * @param importance 1–5 by item key, or {@link #DONT_KNOW}
     * @param satisfaction likewise
     */
    public record Answer(Map<String, Integer> importance, Map<String, Integer> satisfaction)
            implements io.throughline.survey.question.Answer {

        public Answer {
            importance = Collections.unmodifiableMap(new LinkedHashMap<>(importance));
            satisfaction = Collections.unmodifiableMap(new LinkedHashMap<>(satisfaction));
        }

        @Override
        public boolean isEmpty() {
            return importance.isEmpty() && satisfaction.isEmpty();
        }
    }

    public record Result(Size size, List<ItemResult> items) implements io.throughline.survey.question.Result {}

    /**
     * @param important people giving 1, 2, 3, 4 and 5 for importance
     * @param satisfied people giving 1, 2, 3, 4 and 5 for satisfaction
     * @param importance share of 4–5 among those who rated it, 0–1 (Wilson); its tenfold is I
     * @param satisfaction likewise; its tenfold is S
     * @param opportunity I + max(I − S, 0), 0–20 (bootstrap); undefined where one of them is
     * @param organisations share of 4–5 in importance inside each organisation, among all who answered
     * @param disagreement pooled standard deviation of "important" (4–5) inside organisations, 0–.5 for large ones
     */
    public record ItemResult(
            String key,
            List<Integer> important,
            List<Integer> satisfied,
            ByWeighting importance,
            ByWeighting satisfaction,
            ByWeighting opportunity,
            List<OrganisationFigure> organisations,
            @Nullable Double disagreement)
            implements Divided {

        /** People rating its importance 4 or 5. */
        public int importantTo() {
            return high(important);
        }

        /** People rating their satisfaction 4 or 5. */
        public int satisfiedWith() {
            return high(satisfied);
        }

        private static int high(List<Integer> counts) {
            return counts.subList(HIGH_FROM - 1, SCALE).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
    }

    /** I + max(I − S, 0) of two shares. */
    static double opportunity(double importance, double satisfaction) {
        return 10 * (importance + Math.max(importance - satisfaction, 0));
    }

    @Override
    public int seconds() {
        return 20 + 9 * items.size();
    }

    @Override
    public Method method() {
        return new Method("importance-satisfaction-by-rating", 1);
    }

    @Override
    public Answer blank() {
        return new Answer(Map.of(), Map.of());
    }

    @Override
    public List<Problem> defects() {
        return Question.defectsOf(title, items, 1);
    }

    @Override
    public List<Problem> wrong(Answer answer) {
        var ratings = Stream.of(answer.importance, answer.satisfaction)
                .flatMap(one -> one.values().stream())
                .toList();
        return Problem.among(
                Item.unknown(items, answer.importance.keySet()),
                Item.unknown(items, answer.satisfaction.keySet()),
                Problem.when(
                        ratings.stream().anyMatch(value -> value < DONT_KNOW || value > SCALE),
                        SurveyError.RATING_OUT_OF_RANGE,
                        1,
                        SCALE));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        int left = (int) items.stream()
                .map(Item::key)
                .filter(key -> !answer.importance.containsKey(key) || !answer.satisfaction.containsKey(key))
                .count();
        return Problem.among(Problem.when((required || !answer.isEmpty()) && left > 0, SurveyError.RATINGS_LEFT, left));
    }

    @Override
    public List<Doubt> doubtful(Answer answer) {
        var rated = items.stream()
                .map(Item::key)
                .filter(key -> answer.importance.containsKey(key) && answer.satisfaction.containsKey(key))
                .map(key -> List.of(answer.importance.get(key), answer.satisfaction.get(key)))
                .toList();
        return Doubt.sameThroughout(rated, items.size());
    }

    /** What is kept of an item: the resampled sums of all items first, then how many gave each rating. */
    private record Columns(int items, int at) {

        private static final int RESAMPLED = 4;

        int ratedImportance() {
            return at * RESAMPLED;
        }

        int important() {
            return ratedImportance() + 1;
        }

        int ratedSatisfaction() {
            return ratedImportance() + 2;
        }

        int satisfied() {
            return ratedImportance() + 3;
        }

        int importance(int rating) {
            return items * RESAMPLED + at * 2 * SCALE + rating - 1;
        }

        int satisfaction(int rating) {
            return importance(rating) + SCALE;
        }
    }

    @Override
    public Layout layout() {
        return new Layout(items.size() * (Columns.RESAMPLED + 2 * SCALE), items.size() * Columns.RESAMPLED, 0);
    }

    @Override
    public void measure(Answer answer, Measure into) {
        for (int at = 0; at < items.size(); at++) {
            var columns = new Columns(items.size(), at);
            var importance = answer.importance.get(items.get(at).key());
            if (importance != null && importance != DONT_KNOW) {
                into.count(columns.importance(importance));
                into.count(columns.ratedImportance());
                into.add(columns.important(), importance >= HIGH_FROM ? 1 : 0);
            }
            var satisfaction = answer.satisfaction.get(items.get(at).key());
            if (satisfaction != null && satisfaction != DONT_KNOW) {
                into.count(columns.satisfaction(satisfaction));
                into.count(columns.ratedSatisfaction());
                into.add(columns.satisfied(), satisfaction >= HIGH_FROM ? 1 : 0);
            }
        }
    }

    @Override
    public Result result(Tally tally) {
        return new Result(
                tally.size(),
                IntStream.range(0, items.size())
                        .mapToObj(at -> resultOf(items.get(at).key(), new Columns(items.size(), at), tally))
                        .toList());
    }

    private static ItemResult resultOf(String key, Columns columns, Tally tally) {
        Function<Cell, Moments> important = cell -> Moments.hits(cell.sum(columns.important()), cell.people());
        return new ItemResult(
                key,
                tally.counts(columns.importance(1), SCALE),
                tally.counts(columns.satisfaction(1), SCALE),
                tally.share(columns.important(), columns.ratedImportance()),
                tally.share(columns.satisfied(), columns.ratedSatisfaction()),
                tally.bootstrapped(sums -> opportunity(
                        sums.of(columns.important()) / sums.of(columns.ratedImportance()),
                        sums.of(columns.satisfied()) / sums.of(columns.ratedSatisfaction()))),
                tally.byOrganisation(important),
                tally.disagreement(important));
    }
}
