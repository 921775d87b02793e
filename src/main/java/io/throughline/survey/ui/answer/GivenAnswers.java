package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.question.AnswerSummary;
import io.throughline.survey.ui.question.FilesDoor;
import java.util.List;
import java.util.Map;

/** What this person said, question by question. */
class GivenAnswers extends Composite<Div> {

    /** To be read and printed. */
    GivenAnswers(AnswerSheet sheet, FilesDoor files) {
        this(sheet, files, Map.of(), false);
    }

    /** To be looked over: each with what is still missing and the way to change it. */
    GivenAnswers(AnswerSheet sheet, FilesDoor files, Map<QuestionId, List<String>> missing) {
        this(sheet, files, missing, true);
    }

    private GivenAnswers(AnswerSheet sheet, FilesDoor files, Map<QuestionId, List<String>> missing, boolean change) {
        getContent().addClassName("answer-given");
        var course = sheet.course();
        var quotes = sheet.quotes();
        for (var entry : course.entries()) {
            var question = quotes.in(entry.question());
            var number = course.stepOf(question.id());
            var held = sheet.answers().get(question.id());
            var title = question.title().in(getLocale());
            var head = Kit.div("answer-given-head", new H2(title));
            if (change) {
                var link = Kit.link(
                        SurveyNavigation.answerHref(sheet.campaign()) + "/" + number, getTranslation("answer.edit"));
                link.setAriaLabel(getTranslation("answer.edit.label", title));
                head.add(link);
            }
            var part = new Section(
                    head, new AnswerSummary(question, held == null ? question.blank() : held.answer(), files));
            part.addClassName("tl-card");
            var problems = new UnorderedList();
            problems.addClassName("answer-missing");
            missing.getOrDefault(question.id(), List.of())
                    .forEach(problem -> problems.add(new ListItem(new Badge(Tone.WARN, "!", problem))));
            part.add(problems);
            if (change && held != null) {
                part.add(new DoubtHints(question, held.answer()));
            }
            getContent().add(part);
        }
    }
}
