package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Kit;
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
import org.jspecify.annotations.Nullable;

/** What somebody said to one question, to be read and printed. */
public class AnswerSummary extends Composite<Div> {

    private final transient FilesDoor files;

    /** @param files gives out those of an answer that is one */
    public AnswerSummary(Question question, Answer answer, FilesDoor files) {
        this.files = files;
        getContent().addClassName("answer-summary");
        getContent().add(answer.isEmpty() ? Kit.dim(getTranslation("answer.nothing")) : said(question, answer));
    }

    private Component said(Question question, Answer answer) {
        return switch (question) {
            case Kano one -> new ComparedSummary(one, (Kano.Answer) answer);
            case Ranking one -> new ComparedSummary(one, (Ranking.Answer) answer);
            case Pairwise one -> new ComparedSummary(one, (Pairwise.Answer) answer);
            case BestWorst one -> new ComparedSummary(one, (BestWorst.Answer) answer);
            case Points one -> new ComparedSummary(one, (Points.Answer) answer);
            case SingleChoice one -> new ChosenSummary(one, (SingleChoice.Answer) answer);
            case MultipleChoice one -> new ChosenSummary(one, (MultipleChoice.Answer) answer);
            case ChoiceOfK one -> new ChosenSummary(one, (ChoiceOfK.Answer) answer);
            case ImportanceSatisfaction one -> new ChosenSummary(one, (ImportanceSatisfaction.Answer) answer);
            case ImportanceSatisfactionByRating one ->
                new ChosenSummary(one, (ImportanceSatisfactionByRating.Answer) answer);
            case Scale one -> step(((Scale.Answer) answer).step(), one.greatest());
            case Nps _ -> step(((Nps.Answer) answer).step(), Nps.GREATEST);
            case NumberQuestion one -> {
                var number = limits().written(((NumberQuestion.Answer) answer).number());
                yield new Paragraph((number + " " + one.unit().in(getLocale())).strip());
            }
            case DateQuestion _ ->
                new Paragraph(String.valueOf(limits().written(((DateQuestion.Answer) answer).day())));
            case FileQuestion _ -> new FilesSummary((FileQuestion.Answer) answer, files);
            case Text _ -> new Paragraph(((Text.Answer) answer).words());
            case OwnWords _ -> new NeedSummary((OwnWords.Answer) answer);
        };
    }

    private Component step(@Nullable Integer step, int greatest) {
        return new Paragraph(getTranslation("answer.scale.summary", step, greatest));
    }

    private Limits limits() {
        return new Limits(this, getLocale());
    }
}
