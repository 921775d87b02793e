package io.throughline.survey.results;

import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.Chosen;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.Felt;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Result;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Steps;
import io.throughline.survey.question.Text;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Weighting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every figure of a result, by names that stay the same in all languages and versions. */
public final class ResultFigures {

    public static final String UNDEFINED = "undefined";

    /** Figures that are told in a way of their own. */
    public static final String PLACE = "schulze_place";

    public static final String WINNER = "condorcet_winner";
    public static final String CATEGORY = "category";

    private static final String SHARE = "share";
    private static final String MEAN = "mean";

    private final List<Figure> figures = new ArrayList<>();

    private ResultFigures() {}

    public static List<Figure> of(Result result) {
        var all = new ResultFigures();
        switch (result) {
            case Kano.Result one -> one.items().forEach(all::add);
            case Ranking.Result one -> one.items().forEach(item -> all.add(item, one.condorcet()));
            case Pairwise.Result one -> all.add(one);
            case SingleChoice.Result one -> one.items().forEach(all::add);
            case MultipleChoice.Result one -> all.add(one.items(), one.none());
            case ChoiceOfK.Result one -> all.add(one.items(), one.none());
            case BestWorst.Result one -> one.items().forEach(all::add);
            case ImportanceSatisfaction.Result one -> all.add(one);
            case ImportanceSatisfactionByRating.Result one -> one.items().forEach(all::add);
            case Points.Result one -> one.items().forEach(all::add);
            case Scale.Result one -> all.add(one.steps());
            case Nps.Result one -> all.add(one);
            case NumberQuestion.Result one -> all.add(one);
            case DateQuestion.Result one -> all.add(one);
            case FileQuestion.Result one -> all.add(one);
            case Text.Result one -> all.count("", "answers", one.size().people());
            case OwnWords.Result one -> all.count("", "answers", one.size().people());
        }
        return all.figures;
    }

    /** The same names, of a question of which nothing is told: no figure of it is defined. */
    static List<Figure> withheld(Result result) {
        return of(result).stream().map(ResultFigures::undefined).toList();
    }

    private static Figure undefined(Figure figure) {
        return switch (figure) {
            case Figure.Counted one -> new Figure.Counted(one.item(), one.name(), UNDEFINED);
            case Figure.Weighed one -> new Figure.Weighed(one.item(), one.name(), Map.of());
            case Figure.Estimated one ->
                new Figure.Estimated(one.item(), one.name(), new ByWeighting(null, null, null));
        };
    }

    private void add(String item, String name, ByWeighting values) {
        figures.add(new Figure.Estimated(item, name, values));
    }

    /** @param values none under weightings under which it is undefined: perhaps none at all */
    private <T> void weigh(String item, String name, Map<Weighting, T> values) {
        var weighed = new EnumMap<Weighting, Object>(Weighting.class);
        weighed.putAll(values);
        figures.add(new Figure.Weighed(item, name, weighed));
    }

    private void count(String item, String name, @Nullable Object value) {
        figures.add(new Figure.Counted(item, name, value == null ? UNDEFINED : value));
    }

    /** How single values lie. */
    private void lie(String item, double least, double lower, double median, double upper, double greatest) {
        count(item, "least", least);
        count(item, "lower_quartile", lower);
        count(item, "median", median);
        count(item, "upper_quartile", upper);
        count(item, "greatest", greatest);
    }

    private void differ(Divided item, String of) {
        differ(item.key(), of, item.organisations(), item.disagreement());
    }

    /**
     * How far organisations differ, and people inside them; nothing where organisations are not told apart.
     *
     * @param of which their figure is: a share or a mean
     */
    private void differ(String item, String of, List<OrganisationFigure> organisations, @Nullable Double inside) {
        if (organisations.isEmpty()) {
            return;
        }
        var values = organisations.stream()
                .mapToDouble(OrganisationFigure::value)
                .sorted()
                .toArray();
        count(item, "organisation_" + of + "_lowest", values[0]);
        count(item, "organisation_" + of + "_highest", values[values.length - 1]);
        count(item, "organisation_" + of + "_deviation", inside);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void add(Chosen item) {
        add(item.key(), SHARE, item.share());
        count(item.key(), "chosen", item.count());
        differ(item, SHARE);
    }

    private void add(List<Chosen> items, int none) {
        items.forEach(this::add);
        count("", "none", none);
    }

    private void add(BestWorst.ItemResult item) {
        add(item.key(), SHARE, item.share());
        add(item.key(), "best_minus_worst", item.standardised());
        count(item.key(), "best", item.best());
        count(item.key(), "worst", item.worst());
        count(item.key(), "shown", item.shown());
        var logits = new EnumMap<Weighting, Double>(Weighting.class);
        var errors = new EnumMap<Weighting, Double>(Weighting.class);
        item.logits().forEach((weighting, logit) -> {
            logits.put(weighting, logit.b());
            errors.put(weighting, logit.error());
        });
        weigh(item.key(), "root_best_by_worst", item.roots());
        weigh(item.key(), "logit", logits);
        weigh(item.key(), "logit_se", errors);
        differ(item, MEAN);
    }

    private void add(Kano.ItemResult item) {
        add(item.key(), "better", item.better());
        add(item.key(), "worse", item.worse());
        add(item.key(), "functional", item.functional());
        add(item.key(), "dysfunctional", item.dysfunctional());
        for (var category : Felt.Category.values()) {
            count(item.key(), lower(category), item.counts().getOrDefault(category, 0));
        }
        var names = new EnumMap<Weighting, String>(Weighting.class);
        item.verdicts()
                .forEach((weighting, verdict) -> names.put(
                        weighting,
                        verdict.categories().stream().map(ResultFigures::lower).collect(Collectors.joining("|"))));
        weigh(item.key(), CATEGORY, names);
        differ(item, SHARE);
    }

    private void add(Ranking.ItemResult item, @Nullable String condorcet) {
        add(item.key(), PLACE, item.schulze());
        add(item.key(), "borda", item.borda());
        count(item.key(), "put_first", item.first());
        count(item.key(), WINNER, item.key().equals(condorcet));
        differ(item, MEAN);
    }

    private void add(Pairwise.Result result) {
        result.items().forEach(item -> {
            add(item.key(), "weight", item.weight());
            differ(item, SHARE);
        });
        count("", "consistency_ratio", result.consistency());
        count("", "people_inconsistent", result.inconsistent());
    }

    private void add(Points.ItemResult item) {
        add(item.key(), SHARE, item.share());
        count(item.key(), "given", item.given());
        var spread = item.spread();
        if (spread != null) {
            lie(
                    item.key(),
                    spread.min(),
                    spread.lowerQuartile(),
                    spread.median(),
                    spread.upperQuartile(),
                    spread.max());
        }
        differ(item, SHARE);
    }

    private void add(ImportanceSatisfaction.Result result) {
        result.items().forEach(this::add);
        count("", "none", result.none());
        count("", "unanswered", result.unanswered());
    }

    private void add(ImportanceSatisfaction.ItemResult item) {
        add(item.key(), "importance", item.importance());
        add(item.key(), "satisfaction", item.satisfaction());
        add(item.key(), "rating", item.rating());
        count(item.key(), "named", item.named());
        count(item.key(), "satisfied_with", item.satisfied());
        count(item.key(), "rated", item.rated());
        count(item.key(), "dont_know", item.dontKnow());
        differ(item, SHARE);
    }

    private void add(ImportanceSatisfactionByRating.ItemResult item) {
        add(item.key(), "importance", item.importance());
        add(item.key(), "satisfaction", item.satisfaction());
        add(item.key(), "opportunity", item.opportunity());
        count(item.key(), "important_to", item.importantTo());
        count(item.key(), "satisfied_with", item.satisfiedWith());
        differ(item, SHARE);
    }

    private void add(Steps steps) {
        add("", MEAN, steps.mean());
        for (int at = 0; at < steps.counts().size(); at++) {
            var step = String.valueOf(steps.least() + at);
            add(step, SHARE, steps.shares().get(at));
            count(step, "chosen", steps.counts().get(at));
        }
        differ("", MEAN, steps.organisations(), steps.disagreement());
    }

    private void add(Nps.Result result) {
        add("", "nps", result.score());
        weigh("", "nps_se", result.errors());
        add("", "promoters", result.promoters());
        add("", "passives", result.passives());
        add("", "detractors", result.detractors());
        add(result.steps());
    }

    private void add(NumberQuestion.Result result) {
        add("", MEAN, result.mean());
        var distribution = result.distribution();
        if (distribution != null) {
            lie(
                    "",
                    distribution.least(),
                    distribution.lowerQuartile(),
                    distribution.median(),
                    distribution.upperQuartile(),
                    distribution.greatest());
        }
        differ("", MEAN, result.organisations(), result.disagreement());
    }

    private void add(FileQuestion.Result result) {
        count("", "answers", result.size().people());
        count("", "files", result.files());
    }

    private void add(DateQuestion.Result result) {
        count("", "first", result.first());
        count("", "median", result.median());
        count("", "last", result.last());
        result.months().forEach(month -> {
            add(month.month().toString(), SHARE, month.share());
            count(month.month().toString(), "chosen", month.count());
        });
        if (!result.organisations().isEmpty()) {
            count("", "days_deviation", result.disagreement());
        }
    }
}
