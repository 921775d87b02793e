package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.SurveyResults.Report;
import io.throughline.survey.question.Doubt;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of a report: who answered, then question by question. */
class ReportBody extends Composite<Div> {

    ReportBody(Report report, ResultsAddress shown, Map<QuestionId, Map<Doubt.Kind, Integer>> doubts) {
        var context = new QuestionResult.Context(
                report.invited(),
                shown.perPerson(),
                report.turnout().stream()
                        .collect(Collectors.toMap(one -> one.organisation().value(), SurveyResults.Turnout::name)),
                (question, item) -> shown.behindHref(question.id(), item, 1));
        getContent().addClassName("tl-stack");
        getContent().add(new TurnoutFigures(report));
        report.questions().forEach(question -> getContent().add(new QuestionResult(question, context)));
        getContent().add(new DoubtNote(report.questions(), doubts), new TurnoutTable(report));
    }
}
