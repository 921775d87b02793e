package io.throughline.survey.results;

import io.throughline.shared.DomainException;
import io.throughline.survey.ItemFigures;
import io.throughline.survey.SurveyError;
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
import io.throughline.survey.question.Text;
import io.throughline.survey.question.stats.ByWeighting;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a result says about one of its items, in terms all methods have in common.
 *
 * @param named people naming it, see {@link ItemFigures}
 * @param satisfaction null where the method doesn't ask
 * @param rating null where the method doesn't ask
 */
public record ItemFinding(
        int named,
        ByWeighting importance,
        @Nullable ByWeighting satisfaction,
        @Nullable ByWeighting rating) {

    /** @throws DomainException UNKNOWN_ITEM where the method has no items, or not this one */
    public static ItemFinding of(Result result, String item) {
        return switch (result) {
            case Kano.Result one ->
                find(one.items(), Kano.ItemResult::key, item, found -> new ItemFinding(wanting(found), found.better()));
            case Ranking.Result one ->
                find(
                        one.items(),
                        Ranking.ItemResult::key,
                        item,
                        found -> new ItemFinding(
                                found.first(),
                                found.borda()
                                        .times(1.0 / Math.max(1, one.items().size() - 1))));
            case Pairwise.Result one ->
                find(
                        one.items(),
                        Pairwise.ItemResult::key,
                        item,
                        found -> new ItemFinding(one.size().people(), found.weight()));
            case SingleChoice.Result one -> chosen(one.items(), item);
            case MultipleChoice.Result one -> chosen(one.items(), item);
            case ChoiceOfK.Result one -> chosen(one.items(), item);
            case BestWorst.Result one ->
                find(
                        one.items(),
                        BestWorst.ItemResult::key,
                        item,
                        found -> new ItemFinding(found.best(), found.share()));
            case ImportanceSatisfaction.Result one ->
                find(
                        one.items(),
                        ImportanceSatisfaction.ItemResult::key,
                        item,
                        found -> new ItemFinding(
                                found.named(), found.importance(), found.satisfaction(), found.rating()));
            case Points.Result one ->
                find(one.items(), Points.ItemResult::key, item, found -> new ItemFinding(found.given(), found.share()));
            case ImportanceSatisfactionByRating.Result one ->
                find(
                        one.items(),
                        ImportanceSatisfactionByRating.ItemResult::key,
                        item,
                        found -> new ItemFinding(
                                found.importantTo(),
                                found.importance(),
                                found.satisfaction(),
                                found.opportunity().times(1.0 / ImportanceSatisfactionByRating.MOST_OPPORTUNITY)));
            case Scale.Result _, Nps.Result _, NumberQuestion.Result _, DateQuestion.Result _ ->
                throw new DomainException(SurveyError.UNKNOWN_ITEM);
            case FileQuestion.Result _, Text.Result _, OwnWords.Result _ ->
                throw new DomainException(SurveyError.UNKNOWN_ITEM);
        };
    }

    /** Of a method that asks for no satisfaction. */
    private ItemFinding(int named, ByWeighting importance) {
        this(named, importance, null, null);
    }

    private static ItemFinding chosen(List<Chosen> items, String item) {
        return find(items, Chosen::key, item, found -> new ItemFinding(found.count(), found.share()));
    }

    private static <I> ItemFinding find(
            List<I> items, Function<I, String> key, String item, Function<I, ItemFinding> finding) {
        return items.stream()
                .filter(one -> key.apply(one).equals(item))
                .findFirst()
                .map(finding)
                .orElseThrow(() -> new DomainException(SurveyError.UNKNOWN_ITEM));
    }

    /** People to whom it makes a difference for the better. */
    private static int wanting(Kano.ItemResult item) {
        return Stream.of(Felt.Category.ATTRACTIVE, Felt.Category.ONE_DIMENSIONAL, Felt.Category.MUST_BE)
                .mapToInt(category -> item.counts().getOrDefault(category, 0))
                .sum();
    }
}
