package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import java.util.List;

/** Questions with other texts. */
public final class Rewording {

    private Rewording() {}

    /** The question with other texts; its id, type and what belongs to the type alone stay. */
    public static Question of(
            Question question, LocalizedText title, LocalizedText help, boolean required, List<Item> items) {
        return of(question.id(), question, title, help, required, items);
    }

    /** The same question under another id. */
    public static Question of(Question question, QuestionId id) {
        return of(id, question, question.title(), question.help(), question.required(), question.items());
    }

    private static Question of(
            QuestionId id,
            Question question,
            LocalizedText title,
            LocalizedText help,
            boolean required,
            List<Item> items) {
        return switch (question) {
            case Kano one -> new Kano(id, title, help, required, items);
            case Ranking one -> new Ranking(id, title, help, required, items);
            case Pairwise one -> new Pairwise(id, title, help, required, items);
            case SingleChoice one -> new SingleChoice(id, title, help, required, items, one.other());
            case MultipleChoice one -> new MultipleChoice(id, title, help, required, items, one.other());
            case ChoiceOfK one -> new ChoiceOfK(id, title, help, required, one.choose(), items);
            case BestWorst one -> one.with(id, title, help, required, items);
            case ImportanceSatisfaction one ->
                new ImportanceSatisfaction(id, title, help, required, one.choose(), items);
            case Points one -> new Points(id, title, help, required, items);
            case ImportanceSatisfactionByRating one ->
                new ImportanceSatisfactionByRating(id, title, help, required, items);
            case Scale one -> new Scale(id, title, help, required, one.least(), one.greatest(), one.low(), one.high());
            case Nps one -> new Nps(id, title, help, required);
            case NumberQuestion one ->
                new NumberQuestion(id, title, help, required, one.least(), one.greatest(), one.decimals(), one.unit());
            case DateQuestion one -> new DateQuestion(id, title, help, required, one.earliest(), one.latest());
            case FileQuestion one ->
                new FileQuestion(id, title, help, required, one.kinds(), one.most(), one.megabytes());
            case Text one -> new Text(id, title, help, required, one.lines());
            case OwnWords one -> new OwnWords(id, title, help, required);
        };
    }

    /** The question about the same items in another order, or about others. */
    public static Question of(Question question, List<Item> items) {
        return of(question, question.title(), question.help(), question.required(), items);
    }
}
