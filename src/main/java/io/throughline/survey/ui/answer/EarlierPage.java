package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.answer.ResponseHistory.Revision;
import io.throughline.survey.question.Question;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.question.FilesDoor;
import java.time.ZoneId;
import java.util.List;

/** What was submitted before, to whoever gave it. */
class EarlierPage extends Composite<Div> {

    EarlierPage(AnswerSheet sheet, List<Revision> revisions, FilesDoor files, ZoneId zone) {
        getContent()
                .add(
                        StepButtons.heading(getTranslation("answer.earlier")),
                        Kit.dim(sheet.intro().title().in(getLocale())),
                        new EarlierAnswers(revisions, asked(sheet), files, zone),
                        new StepButtons()
                                .other(Kit.link(
                                        SurveyNavigation.answerHref(sheet.campaign()), getTranslation("answer.back"))));
    }

    private static List<Question> asked(AnswerSheet sheet) {
        var quotes = sheet.quotes();
        return sheet.questions().stream().map(question -> quotes.in(question)).toList();
    }
}
