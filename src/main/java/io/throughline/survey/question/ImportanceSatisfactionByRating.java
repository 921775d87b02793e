package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Size;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    @Override
    public Result score(Answers<Answer> answers) {
        return new Result(
                answers.size(),
                items.stream().map(item -> scoreOf(item.key(), answers)).toList());
    }

    private static ItemResult scoreOf(String key, Answers<Answer> answers) {
        var sample = answers.sample();
        var important = Rated.of(answers, one -> one.importance.get(key));
        var satisfied = Rated.of(answers, one -> one.satisfaction.get(key));
        return new ItemResult(
                key,
                important.counts(),
                satisfied.counts(),
                sample.share(important.high, important.rated),
                sample.share(satisfied.high, satisfied.rated),
                sample.bootstrapped(weights -> opportunity(important.share(weights), satisfied.share(weights))),
                sample.byOrganisation(important.high),
                sample.disagreement(important.high));
    }

    private record Rated(int[] value, double[] high, boolean[] rated) {

        static Rated of(Answers<Answer> answers, Function<Answer, @Nullable Integer> given) {
            int n = answers.all().size();
            var found = new Rated(new int[n], new double[n], new boolean[n]);
            for (int s = 0; s < n; s++) {
                var rating = given.apply(answers.all().get(s));
                if (rating != null && rating != DONT_KNOW) {
                    found.value[s] = rating;
                    found.high[s] = rating >= HIGH_FROM ? 1 : 0;
                    found.rated[s] = true;
                }
            }
            return found;
        }

        List<Integer> counts() {
            var counts = new int[SCALE];
            for (int s = 0; s < value.length; s++) {
                if (rated[s]) {
                    counts[value[s] - 1]++;
                }
            }
            return Arrays.stream(counts).boxed().toList();
        }

        double share(double[] weights) {
            double hits = 0;
            double all = 0;
            for (int s = 0; s < weights.length; s++) {
                if (rated[s]) {
                    all += weights[s];
                    hits += weights[s] * high[s];
                }
            }
            return hits / all;
        }
    }
}
