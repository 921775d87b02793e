package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.SingleChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What somebody chose or rated. */
class ChosenSummary extends AnswerLines {

    ChosenSummary(SingleChoice question, SingleChoice.Answer answer) {
        choose(question, answer.keys(), false, answer.words());
    }

    ChosenSummary(MultipleChoice question, MultipleChoice.Answer answer) {
        choose(question, answer.chosen(), answer.none(), answer.words());
    }

    ChosenSummary(ChoiceOfK question, ChoiceOfK.Answer answer) {
        choose(question, answer.chosen(), answer.none(), "");
    }

    ChosenSummary(ImportanceSatisfaction question, ImportanceSatisfaction.Answer answer) {
        if (answer.none()) {
            add(new Paragraph(getTranslation("answer.none")));
        }
        if (!answer.mattersMost().isEmpty()) {
            add(
                    Kit.dim(getTranslation("answer.summary.most")),
                    list(question.items().stream()
                            .filter(item -> answer.mattersMost().contains(item.key()))
                            .map(item -> line(item, ""))
                            .toList()));
        }
        rate(question, answer.satisfaction(), "answer.satisfaction");
    }

    ChosenSummary(ImportanceSatisfactionByRating question, ImportanceSatisfactionByRating.Answer answer) {
        rate(question, answer.importance(), "answer.importance");
        rate(question, answer.satisfaction(), "answer.satisfaction");
    }

    private void choose(Question question, List<String> chosen, boolean none, String words) {
        if (none) {
            add(new Paragraph(getTranslation("answer.none")));
        }
        var lines = new ArrayList<Component>(question.items().stream()
                .filter(item -> chosen.contains(item.key()))
                .map(item -> line(item, ""))
                .toList());
        if (chosen.contains(Other.KEY)) {
            lines.add(new ListItem(new Span(getTranslation("answer.other")), new Span(words)));
        }
        if (!lines.isEmpty()) {
            add(list(lines));
        }
    }

    /** @param name of what was rated, with its ratings below it */
    private void rate(Question question, Map<String, Integer> ratings, String name) {
        if (!ratings.isEmpty()) {
            add(
                    Kit.dim(getTranslation(name)),
                    list(question.items().stream()
                            .filter(item -> ratings.containsKey(item.key()))
                            .map(item -> line(item, getTranslation(name + "." + ratings.get(item.key()))))
                            .toList()));
        }
    }
}
