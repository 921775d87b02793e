package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Tally;
import io.throughline.survey.question.stats.Weighting;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How likely to recommend it, 0 to 10 (net promoter score, Reichheld 2003). */
public record Nps(QuestionId id, LocalizedText title, LocalizedText help, boolean required)
        implements Typed<Nps.Answer, Nps.Result> {

    public static final int GREATEST = 10;

    /** From this step on a person is a promoter. */
    public static final int PROMOTER_FROM = 9;

    /** Up to this step a person is a detractor. */
    public static final int DETRACTOR_TO = 6;

    /** @param step 0–10, null if nothing was chosen yet */
    public record Answer(@Nullable Integer step) implements io.throughline.survey.question.Answer {

        @Override
        public boolean isEmpty() {
            return step == null;
        }
    }

    /**
     * @param steps how the answers lie from 0 to 10
     * @param promoters share of 9–10, 0–1 (Wilson)
     * @param passives share of 7–8, 0–1 (Wilson)
     * @param detractors share of 0–6, 0–1 (Wilson)
     * @param score promoters − detractors, −1–1 (bootstrap)
     * @param errors standard error √((p + d − (p − d)²)/n_e) by weighting, the method's own
     */
    public record Result(
            Size size,
            Steps steps,
            ByWeighting promoters,
            ByWeighting passives,
            ByWeighting detractors,
            ByWeighting score,
            Map<Weighting, Double> errors)
            implements io.throughline.survey.question.Result {}

    /** Standard error of p − d over n people. */
    static double error(double promoters, double detractors, double n) {
        double score = promoters - detractors;
        return Math.sqrt((promoters + detractors - score * score) / n);
    }

    @Override
    public int seconds() {
        return 8;
    }

    @Override
    public Method method() {
        return new Method("nps", 1);
    }

    @Override
    public Answer blank() {
        return new Answer(null);
    }

    @Override
    public List<Problem> defects() {
        return Problem.among(Question.untitled(title));
    }

    @Override
    public List<Problem> wrong(Answer answer) {
        return Steps.wrong(answer.step, 0, GREATEST);
    }

    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(Problem.when(required && answer.isEmpty(), SurveyError.NOTHING_CHOSEN));
    }

    private static final int PROMOTERS = 0;
    private static final int DETRACTORS = 1;
    private static final int PASSIVES = 2;
    private static final int STEPS = 3;

    @Override
    public List<String> options() {
        return Steps.options(0, GREATEST);
    }

    @Override
    public int column(String option) {
        return STEPS + Integer.parseInt(option);
    }

    @Override
    public Layout layout() {
        return new Layout(STEPS + GREATEST + 1, 2, 0);
    }

    @Override
    public void measure(Answer answer, Measure into) {
        int step = Objects.requireNonNull(answer.step);
        into.count(step >= PROMOTER_FROM ? PROMOTERS : step <= DETRACTOR_TO ? DETRACTORS : PASSIVES);
        into.count(STEPS + step);
    }

    @Override
    public Result result(Tally tally) {
        var promoters = tally.share(PROMOTERS);
        var detractors = tally.share(DETRACTORS);
        Map<Weighting, Double> errors = new EnumMap<>(Weighting.class);
        for (var weighting : Weighting.values()) {
            var p = promoters.by(weighting);
            var d = detractors.by(weighting);
            if (p != null && d != null) {
                errors.put(weighting, error(p.value(), d.value(), p.effectiveN()));
            }
        }
        return new Result(
                tally.size(),
                Steps.of(tally, STEPS, 0, GREATEST),
                promoters,
                tally.share(PASSIVES),
                detractors,
                tally.bootstrapped(sums -> (sums.of(PROMOTERS) - sums.of(DETRACTORS)) / sums.people()),
                Collections.unmodifiableMap(errors));
    }
}
