package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ui.question.FilesDoor;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All answers once more, with what is missing; complete ones can be submitted. */
class ReviewStep extends Composite<Div> {

    /**
     * @param missing what keeps a question from being submitted, in words
     * @param go to a step, by its place in the address
     */
    ReviewStep(
            AnswerSheet sheet,
            FilesDoor files,
            Map<QuestionId, List<String>> missing,
            Consumer<String> go,
            Runnable submit) {
        var complete = missing.isEmpty();
        var buttons = new StepButtons()
                .other(
                        getTranslation("answer.back"),
                        () -> go.accept(String.valueOf(sheet.course().steps().size())));
        if (complete) {
            buttons.onward(getTranslation("answer.submit"), submit);
        } else {
            buttons.onward(
                    getTranslation("answer.complete"), () -> go.accept(ResponseStart.first(sheet, missing.keySet())));
        }
        getContent()
                .add(
                        StepButtons.heading(getTranslation("answer.review")),
                        new Paragraph(
                                complete
                                        ? getTranslation("answer.review.text")
                                        : getTranslation("answer.missing", missing.size())),
                        new GivenAnswers(sheet, files, missing),
                        buttons);
    }
}
