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
import io.throughline.survey.question.stats.Spread;
import io.throughline.survey.question.stats.Tally;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** 100 points over a list (cumulative voting). */
public record Points(QuestionId id, LocalizedText title, LocalizedText help, boolean required, List<Item> items)
        implements Typed<Points.Answer, Points.Result> {

    /** What one person's points come to when submitted. */
    public static final int TOTAL = 100;

    public Points {
        items = List.copyOf(items);
    }

    /** @param points 0–100 by item key; an item left out has none */
    public record Answer(Map<String, Integer> points) implements io.throughline.survey.question.Answer {

        public Answer {
            points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
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
     * @param given people who gave it any
     * @param share mean part of the 100 points, 0–1 (t interval); the shares of a question sum to 1
     * @param spread of the points one person gives it, 0–100, everybody counted once: an equal mean can hide 100/0;
     *     null where single values are not told
     * @param organisations share inside each organisation
     * @param disagreement pooled standard deviation of the part given inside organisations, 0–.5 for large ones
     */
    public record ItemResult(
            String key,
            int given,
            ByWeighting share,
            @Nullable Spread spread,
            List<OrganisationFigure> organisations,
            @Nullable Double disagreement)
            implements Divided {}

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
    public List<Problem> wrong(Answer answer) {
        return Problem.among(
                Item.unknown(items, answer.points.keySet()),
                Problem.when(
                        answer.points.values().stream().anyMatch(value -> value < 0 || value > TOTAL),
                        SurveyError.POINTS_OUT_OF_RANGE,
                        0,
                        TOTAL));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(Problem.when(
                (required || !answer.isEmpty()) && answer.sum() != TOTAL, SurveyError.POINTS_SUM, TOTAL, answer.sum()));
    }

    @Override
    public Layout layout() {
        return new Layout(0, 0, items.size());
    }

    @Override
    public void measure(Answer answer, Measure into) {
        for (int list = 0; list < items.size(); list++) {
            into.value(list, answer.points.getOrDefault(items.get(list).key(), 0));
        }
    }

    @Override
    public Result result(Tally tally) {
        return new Result(
                tally.size(),
                IntStream.range(0, items.size())
                        .mapToObj(list -> resultOf(items.get(list).key(), list, tally))
                        .toList());
    }

    private static ItemResult resultOf(String key, int list, Tally tally) {
        var points = tally.values(list);
        Function<Cell, Moments> parts = cell -> cell.values(list).moments(value -> (double) value / TOTAL);
        return new ItemResult(
                key,
                points.count(value -> value > 0),
                tally.mean(parts, 0, 1),
                tally.tellsSingles() ? Spread.of(points) : null,
                tally.byOrganisation(parts),
                tally.disagreement(parts));
    }
}
