package io.throughline.backlog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.throughline.backlog.ItemRef;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.AnswerBehind;
import io.throughline.survey.SurveyResults;
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
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Worded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The single answers behind a figure, by name where the viewer may know it. */
class AnswersDialog extends Dialog {

    private static final int MOST = 200;

    AnswersDialog(SurveyResults results, ItemRef source) {
        setHeaderTitle(getTranslation("backlog.evidence.answers"));
        setWidth("min(760px, 94vw)");
        var campaign = results.speakingFor(source.surveyVersion());
        int all = results.countBehind(campaign, source.question(), source.item());
        var rows = results.answersBehind(campaign, source.question(), source.item(), 0, MOST);
        add(new DataTable<AnswerBehind>(getTranslation("backlog.answers.caption", rows.size(), all))
                .column(
                        getTranslation("backlog.answers.person"),
                        row -> row.by() == null
                                ? getTranslation("surveys.behind.unnamed")
                                : row.by().name())
                .column(
                        getTranslation("backlog.answers.organisation"),
                        row -> row.by() == null ? "" : row.by().organisation())
                .column(getTranslation("backlog.answers.answer"), row -> answer(row.answer(), source.item()))
                .rows(rows));
        getFooter().add(new Button(getTranslation("action.close"), click -> close()));
    }

    private static String rated(@Nullable Integer rating) {
        return rating == null || rating == ImportanceSatisfactionByRating.DONT_KNOW ? "–" : String.valueOf(rating);
    }

    /** In how many of its pairs the item counts more. */
    private String compared(Pairwise.Answer answer, String item) {
        var pairs = answer.judgements().entrySet().stream()
                .filter(pair -> List.of(pair.getKey().split(":", 2)).contains(item))
                .toList();
        long won = pairs.stream()
                .filter(pair -> pair.getValue() != 1
                        && pair.getValue() > 0 == pair.getKey().startsWith(item + ":"))
                .count();
        return getTranslation("backlog.answers.pairwise", won, pairs.size());
    }

    private String chosen(boolean chosen) {
        return chosen ? getTranslation("backlog.answers.chosen") : "";
    }

    private String answer(Answer answer, String item) {
        return switch (answer) {
            case Kano.Answer own -> {
                var pair = own.pairs().get(item);
                var category = pair == null ? null : pair.category();
                yield category == null ? "" : Labels.of(this, category);
            }
            case Ranking.Answer own ->
                own.ranks().containsKey(item)
                        ? getTranslation("backlog.answers.rank", own.ranks().get(item))
                        : "";
            case Pairwise.Answer own -> compared(own, item);
            case SingleChoice.Answer own -> chosen(item.equals(own.chosen()));
            case MultipleChoice.Answer own -> chosen(own.chosen().contains(item));
            case ChoiceOfK.Answer own -> chosen(own.chosen().contains(item));
            case BestWorst.Answer own ->
                getTranslation(
                        "backlog.answers.best-worst",
                        own.picks().values().stream()
                                .filter(pick -> item.equals(pick.best()))
                                .count(),
                        own.picks().values().stream()
                                .filter(pick -> item.equals(pick.worst()))
                                .count());
            case ImportanceSatisfaction.Answer own -> {
                var named = own.mattersMost().contains(item) ? getTranslation("backlog.answers.named") : "";
                var rating = own.satisfaction().get(item);
                yield rating == null || rating == ImportanceSatisfaction.DONT_KNOW
                        ? named
                        : (named + " " + getTranslation("backlog.answers.satisfaction", rating)).strip();
            }
            case Points.Answer own ->
                getTranslation("backlog.answers.points", own.points().getOrDefault(item, 0));
            case ImportanceSatisfactionByRating.Answer own ->
                getTranslation(
                        "backlog.answers.rated",
                        rated(own.importance().get(item)),
                        rated(own.satisfaction().get(item)));
            case Scale.Answer _, Nps.Answer _, NumberQuestion.Answer _, DateQuestion.Answer _ -> "";
            case FileQuestion.Answer _ -> "";
            case Worded own -> own.words();
        };
    }
}
