package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Component;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
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
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The mirror of the question types: the field each is answered with, and what such a field says. */
public final class AnswerField {

    private AnswerField() {}

    /**
     * A field that tells its value to what stands around it, see {@link #read}; alone it tells nobody.
     *
     * @param files brings in what is uploaded; null where nothing can be
     * @param respondent decides the order of what is shown in a random one, which stays the same for the same respondent
     */
    public static Component of(
            Question question, Answer answer, @Nullable FilesDoor files, Locale locale, UUID respondent) {
        return switch (question) {
            case Kano one -> new KanoField(one, (Kano.Answer) answer, locale);
            case Ranking one -> new RankingField(one, (Ranking.Answer) answer, locale);
            case Pairwise one -> new PairwiseField(one, (Pairwise.Answer) answer, locale);
            case SingleChoice one -> new OptionsField(one, (SingleChoice.Answer) answer, locale);
            case MultipleChoice one -> new OptionsField(one, (MultipleChoice.Answer) answer, locale);
            case ChoiceOfK one -> new OptionsField(one, (ChoiceOfK.Answer) answer, locale);
            case BestWorst one -> new BestWorstField(one, (BestWorst.Answer) answer, locale, respondent);
            case ImportanceSatisfaction one -> new ChoiceField(one, (ImportanceSatisfaction.Answer) answer, locale);
            case Points one -> new PointsField(one, (Points.Answer) answer, locale);
            case ImportanceSatisfactionByRating one ->
                new RatesField(one, (ImportanceSatisfactionByRating.Answer) answer, locale);
            case Scale one -> new ScaleField(one, (Scale.Answer) answer, locale);
            case Nps one -> new ScaleField(one, (Nps.Answer) answer, locale);
            case NumberQuestion one -> new NumberField(one, (NumberQuestion.Answer) answer, locale);
            case DateQuestion one -> new DateField(one, (DateQuestion.Answer) answer, locale);
            case FileQuestion one -> new FilesField(one, (FileQuestion.Answer) answer, files, locale);
            case Text one -> new WordsField(one, (Text.Answer) answer, locale);
            case OwnWords one -> new NeedField(one, (OwnWords.Answer) answer, locale);
        };
    }

    /** As above, where no file can be brought in. */
    public static Component of(Question question, Answer answer, Locale locale, UUID respondent) {
        return of(question, answer, null, locale, respondent);
    }

    /**
     * The answer in a field's value. Whatever the browser sends becomes some answer, about this question's items only;
     * whether it will do is for {@link Question#accept} to say.
     */
    public static Answer read(Question question, JsonNode value) {
        return switch (question) {
            case Kano one -> KanoField.read(one, value);
            case Ranking one -> RankingField.read(one, value);
            case Pairwise one -> PairwiseField.read(one, value);
            case SingleChoice one -> OptionsField.read(one, value);
            case MultipleChoice one -> OptionsField.read(one, value);
            case ChoiceOfK one -> OptionsField.read(one, value);
            case BestWorst one -> BestWorstField.read(one, value);
            case ImportanceSatisfaction one -> ChoiceField.read(one, value);
            case Points one -> PointsField.read(one, value);
            case ImportanceSatisfactionByRating one -> RatesField.read(one, value);
            case Scale _ -> new Scale.Answer(ScaleField.read(value));
            case Nps _ -> new Nps.Answer(ScaleField.read(value));
            case NumberQuestion _ -> NumberField.read(value);
            case DateQuestion _ -> DateField.read(value);
            case FileQuestion _ -> FilesField.read(value);
            case Text _ -> WordsField.read(value);
            case OwnWords _ -> NeedField.read(value);
        };
    }
}
