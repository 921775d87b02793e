package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Sample;
import io.throughline.survey.question.stats.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Whoever was shown the question counts, also who left it blank: importance is a share of all of them. */
    @Override
    public boolean counts(Answer answer) {
        return true;
    }

    @Override
    public Result score(Answers<Answer> answers) {
        return new Result(
                answers.size(),
                answers.count(Answer::none),
                answers.count(one -> !one.none && one.mattersMost.isEmpty()),
                items.stream()
                        .map(item -> scoreOf(item, answers.all(), answers.sample()))
                        .toList());
    }

    private static ItemResult scoreOf(Item item, List<Answer> answers, Sample sample) {
        int n = answers.size();
        var named = new double[n];
        var rated = new boolean[n];
        var satisfied = new double[n];
        var ratings = new int[SCALE];
        int namedCount = 0;
        int dontKnow = 0;
        for (int i = 0; i < n; i++) {
            var answer = answers.get(i);
            if (answer.mattersMost.contains(item.key())) {
                named[i] = 1;
                namedCount++;
            }
            var rating = answer.satisfaction.get(item.key());
            if (rating != null && rating == DONT_KNOW) {
                dontKnow++;
            } else if (rating != null) {
                rated[i] = true;
                satisfied[i] = rating >= SATISFIED_FROM ? 1 : 0;
                ratings[rating - 1]++;
            }
        }
        var everybody = Sample.everybody(n);
        return new ItemResult(
                item.key(),
                namedCount,
                Arrays.stream(ratings).boxed().toList(),
                dontKnow,
                sample.share(named, everybody),
                sample.share(satisfied, rated),
                sample.bootstrapped(weights -> opportunity(weights, named, satisfied, rated)),
                sample.byOrganisation(named),
                sample.disagreement(named));
    }

    private static double opportunity(double[] weights, double[] named, double[] satisfied, boolean[] rated) {
        double all = 0;
        double naming = 0;
        double rating = 0;
        double content = 0;
        for (int i = 0; i < weights.length; i++) {
            all += weights[i];
            naming += weights[i] * named[i];
            if (rated[i]) {
                rating += weights[i];
                content += weights[i] * satisfied[i];
            }
        }
        return naming / all * (1 - content / rating);
    }
}
