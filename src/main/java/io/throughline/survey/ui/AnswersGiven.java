package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import io.throughline.survey.Answering.Sheet;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import java.util.stream.Collectors;

/** The person's own answers, to be read and printed. */
class AnswersGiven extends Composite<DescriptionList> {

    AnswersGiven(Sheet sheet) {
        for (var question : sheet.questions()) {
            var held = sheet.answers().get(question.id());
            getContent()
                    .add(
                            new Term(question.title().in(getLocale())),
                            new Description(
                                    held == null || held.answer().isEmpty()
                                            ? getTranslation("answer.nothing")
                                            : words(question, held.answer())));
        }
    }

    private String words(Question question, Answer answer) {
        return switch (answer) {
            case OwnWords.Answer own -> own.words();
            case Points.Answer own ->
                question.items().stream()
                        .filter(item -> own.points().getOrDefault(item.key(), 0) > 0)
                        .map(item -> item.text().in(getLocale()) + ": "
                                + own.points().get(item.key()))
                        .collect(Collectors.joining(" · "));
            case ImportanceSatisfaction.Answer own ->
                own.none()
                        ? getTranslation("answer.none")
                        : question.items().stream()
                                .filter(item -> own.mattersMost().contains(item.key()))
                                .map(item -> item.text().in(getLocale()))
                                .collect(Collectors.joining(" · "));
        };
    }
}
