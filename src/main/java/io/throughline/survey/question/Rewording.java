package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import java.util.List;

/** Questions with other texts. */
public final class Rewording {

    private Rewording() {}

    /** The question with other texts; its id, type and what belongs to the type alone stay. */
    public static Question of(
            Question question, LocalizedText title, LocalizedText help, boolean required, List<Item> items) {
        return switch (question) {
            case Kano one -> new Kano(one.id(), title, help, required, items);
            case Ranking one -> new Ranking(one.id(), title, help, required, items);
            case Pairwise one -> new Pairwise(one.id(), title, help, required, items);
            case SingleChoice one -> new SingleChoice(one.id(), title, help, required, items, one.other());
            case MultipleChoice one -> new MultipleChoice(one.id(), title, help, required, items, one.other());
            case ChoiceOfK one -> new ChoiceOfK(one.id(), title, help, required, one.choose(), items);
            case BestWorst one -> one.with(title, help, required, items);
            case ImportanceSatisfaction one ->
                new ImportanceSatisfaction(one.id(), title, help, required, one.choose(), items);
            case Points one -> new Points(one.id(), title, help, required, items);
            case ImportanceSatisfactionByRating one ->
                new ImportanceSatisfactionByRating(one.id(), title, help, required, items);
            case Scale one ->
                new Scale(one.id(), title, help, required, one.least(), one.greatest(), one.low(), one.high());
            case Nps one -> new Nps(one.id(), title, help, required);
            case NumberQuestion one ->
                new NumberQuestion(
                        one.id(), title, help, required, one.least(), one.greatest(), one.decimals(), one.unit());
            case DateQuestion one -> new DateQuestion(one.id(), title, help, required, one.earliest(), one.latest());
            case FileQuestion one ->
                new FileQuestion(one.id(), title, help, required, one.kinds(), one.most(), one.megabytes());
            case Text one -> new Text(one.id(), title, help, required, one.lines());
            case OwnWords one -> new OwnWords(one.id(), title, help, required);
        };
    }

    /** The question about the same items in another order, or about others. */
    public static Question of(Question question, List<Item> items) {
        return of(question, question.title(), question.help(), question.required(), items);
    }
}
