package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Sample;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 100 points over a list (cumulative voting). */
public record Points(QuestionId id, LocalizedText title, LocalizedText help, boolean required, List<Item> items)
        implements Question {

    /** What one person's points come to when submitted. */
    public static final int TOTAL = 100;

    public Points {
        items = List.copyOf(items);
    }

    /** @param points 0–100 by item key; an item left out has none */
    public record Answer(Map<String, Integer> points) implements io.throughline.survey.question.Answer {

        public Answer {
            points = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(points));
        }

        @Override
        public boolean isEmpty() {
            return points.values().stream().allMatch(value -> value == 0);
        }

        /** The points given so far. */
        public int sum() {
            return points.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** What all answers say. */
    public record Result(Size size, List<ItemResult> items) implements io.throughline.survey.question.Result {}

    /**
     * @param share mean part of the 100 points, 0–1 (t interval); the shares of a question sum to 1
     * @param spread of the points one person gives it, 0–100, everybody counted once: an equal mean can hide 100/0
     * @param organisations share inside each organisation
     * @param disagreement pooled standard deviation of the part given inside organisations, 0–.5 for large ones
     */
    public record ItemResult(
            String key,
            ByWeighting share,
            @Nullable Spread spread,
            List<OrganisationFigure> organisations,
            @Nullable Double disagreement) {}

    @Override
    public int seconds() {
        return 20 + 6 * items.size();
    }

    @Override
    public Method method() {
        return new Method("hundred-points", 1);
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
    public List<Problem> accept(io.throughline.survey.question.Answer answer) {
        if (!(answer instanceof Answer own)) {
            return List.of(Problem.of(SurveyError.WRONG_ANSWER_TYPE));
        }
        var problems = new ArrayList<Problem>();
        if (!Item.keys(items).containsAll(own.points.keySet())) {
            problems.add(Problem.of(SurveyError.UNKNOWN_ITEM));
        }
        if (own.points.values().stream().anyMatch(value -> value < 0 || value > TOTAL)) {
            problems.add(Problem.of(SurveyError.POINTS_OUT_OF_RANGE, 0, TOTAL));
        }
        return problems;
    }

    @Override
    public List<Problem> validate(io.throughline.survey.question.Answer answer) {
        var problems = new ArrayList<>(accept(answer));
        if (answer instanceof Answer own && (required || !own.isEmpty()) && own.sum() != TOTAL) {
            problems.add(Problem.of(SurveyError.POINTS_SUM, TOTAL, own.sum()));
        }
        return problems;
    }

    @Override
    public Result score(List<Given> answers, Settings settings) {
        var given = answers.stream()
                .filter(one -> one.answer() instanceof Answer && !one.answer().isEmpty())
                .toList();
        var sample = new Sample(given.stream().map(Given::by).toList(), settings);
        var results = items.stream()
                .map(item -> scoreOf(
                        item,
                        given.stream()
                                .mapToDouble(one -> ((Answer) one.answer()).points.getOrDefault(item.key(), 0))
                                .toArray(),
                        sample))
                .toList();
        return new Result(sample.size(), results);
    }

    private static ItemResult scoreOf(Item item, double[] points, Sample sample) {
        var parts = java.util.Arrays.stream(points).map(value -> value / TOTAL).toArray();
        return new ItemResult(
                item.key(),
                sample.mean(parts, Sample.everybody(parts.length), 0, 1),
                Spread.of(points),
                sample.byOrganisation(parts),
                sample.disagreement(parts));
    }
}
