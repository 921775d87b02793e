package io.throughline.survey.ui.figure;

import io.throughline.survey.QuestionReport;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import io.throughline.survey.question.stats.Weighting;
import io.throughline.survey.results.ItemFinding;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How important the items of a question were found to be, in one line each: for pages that choose among them. With too few
 * people they stand and are written as among the results.
 */
@NamedInterface("figure")
public final class ItemShares {

    private final QuestionReport report;
    private final UnaryOperator<String> text;
    private final Figures figures;
    private final Map<String, ItemFinding> found = new LinkedHashMap<>();

    /** @param text by its key */
    public ItemShares(QuestionReport report, Locale locale, UnaryOperator<String> text) {
        this.report = report;
        this.text = text;
        var result = report.result();
        figures = new Figures(locale, result.size(), text.apply("surveys.undefined"));
        if (result.size().people() > 0) {
            report.question().items().forEach(item -> found.put(item.key(), ItemFinding.of(result, item.key())));
        }
    }

    /** Whether they can be put in order by what people said; else they stand as they were asked. */
    public boolean isRanked() {
        return !report.result().size().tooFewToRank();
    }

    public List<Item> items() {
        var items = report.question().items();
        return isRanked()
                ? items.stream()
                        .sorted(Comparator.comparingDouble((Item item) -> -value(item)))
                        .toList()
                : items;
    }

    private double value(Item item) {
        var finding = found.get(item.key());
        var share = finding == null ? null : finding.importance().weighted();
        return share == null ? 0 : share.value();
    }

    /** "Chosen by 12 · 41.4% [25.5–59.3]"; a dash where nothing is told. */
    public String of(Item item) {
        var finding = found.get(item.key());
        if (finding == null) {
            return "–";
        }
        var all = QuestionResult.each(
                found.values().stream().map(ItemFinding::importance).toList(), Weighting.WEIGHTED);
        var share = figures.share(finding.importance().weighted(), all);
        var counted = counted();
        return counted == null ? share : text.apply(counted) + " " + figures.count(finding.named()) + " · " + share;
    }

    /** What the results call the count of an item; null where they count nothing one could name beside its share. */
    private @Nullable String counted() {
        return switch (report.result()) {
            case SingleChoice.Result _, MultipleChoice.Result _, ChoiceOfK.Result _ -> "surveys.chosen";
            case ImportanceSatisfaction.Result _ -> "surveys.named";
            case ImportanceSatisfactionByRating.Result _ -> "surveys.important";
            case Ranking.Result _ -> "surveys.first";
            case BestWorst.Result _ -> "surveys.best";
            case Kano.Result _, Points.Result _, Pairwise.Result _ -> null;
            case Scale.Result _, Nps.Result _, NumberQuestion.Result _, DateQuestion.Result _ -> null;
            case FileQuestion.Result _, Text.Result _, OwnWords.Result _ -> null;
        };
    }
}
