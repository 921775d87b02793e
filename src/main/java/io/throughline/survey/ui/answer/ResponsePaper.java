package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.question.FilesDoor;

/** All answers of a response on one page, to be printed by whoever gave them. */
class ResponsePaper extends Composite<Div> {

    /** @param name of whoever gave them */
    ResponsePaper(AnswerSheet sheet, FilesDoor files, String name) {
        var print = new Button(
                getTranslation("answer.print"),
                click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        getContent()
                .add(
                        StepButtons.heading(sheet.intro().title().in(getLocale())),
                        Kit.dim(name),
                        new GivenAnswers(sheet, files),
                        new StepButtons()
                                .other(Kit.link(
                                        SurveyNavigation.answerHref(sheet.campaign()), getTranslation("answer.back")))
                                .other(print));
    }
}
