package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Component;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import java.util.Locale;
import java.util.function.Consumer;

/** Chooses the field a question is answered with. */
public final class AnswerField {

    private AnswerField() {}

    /** @param given hears every change, with the whole answer as it now is */
    public static Component of(Question question, Answer answer, Locale locale, Consumer<Answer> given) {
        return switch (question) {
            case ImportanceSatisfaction one ->
                new ImportanceField(one, (ImportanceSatisfaction.Answer) answer, locale, given::accept);
            case Points one -> new PointsField(one, (Points.Answer) answer, locale, given::accept);
            case OwnWords one -> new WordsField(one, (OwnWords.Answer) answer, locale, given::accept);
        };
    }
}
