package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.question.FilesDoor;
import java.time.ZoneId;

/** All answers of a response on one page, to be printed by whoever gave them: whose they are, and whether they count. */
class ResponsePaper extends Composite<Div> {

    /** @param name of whoever gave them */
    ResponsePaper(AnswerSheet sheet, FilesDoor files, String name, ZoneId zone) {
        var print = new Button(
                getTranslation("answer.print"),
                click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        getContent()
                .add(
                        StepButtons.heading(sheet.intro().title().in(getLocale())),
                        Kit.dim(name + " · " + sheet.intro().organisation()),
                        standing(sheet, zone),
                        new GivenAnswers(sheet, files),
                        new StepButtons()
                                .other(Kit.link(
                                        SurveyNavigation.answerHref(sheet.campaign()), getTranslation("answer.back")))
                                .other(print));
    }

    /** On paper nothing beside it tells whether what is read was ever submitted. */
    private Component standing(AnswerSheet sheet, ZoneId zone) {
        var row = Kit.row();
        switch (sheet.state()) {
            case SUBMITTED -> {}
            case EDITED ->
                row.add(
                        new Badge(Tone.WARN, "!", getTranslation("answer.paper.edited")),
                        Kit.dim(getTranslation("answer.paper.edited.text")));
            case NOT_STARTED, IN_PROGRESS ->
                row.add(
                        new Badge(Tone.WARN, "!", getTranslation("answer.paper.unsubmitted")),
                        Kit.dim(getTranslation("answer.paper.unsubmitted.text")));
        }
        var submitted = sheet.submittedAt();
        if (submitted != null) {
            row.add(Kit.dim(getTranslation("answer.paper.submitted")), new Moment(submitted, zone));
        }
        return row;
    }
}
