package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.lineage.Descent;
import io.throughline.survey.question.Doubt;
import io.throughline.survey.ui.RemovedNote;
import io.throughline.survey.ui.ResultsAddress;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.campaign.TurnoutFigures;
import io.throughline.survey.ui.figure.DescentLine;
import io.throughline.survey.ui.figure.QuestionResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The figures of a report: who answered, then question by question. */
class ReportBody extends Composite<Div> {

    /** What is said beside the figures. @param rounds all campaigns of the survey */
    record Beside(
            Map<QuestionId, Map<Doubt.Kind, Integer>> doubts,
            Map<QuestionId, Descent> descents,
            List<CampaignInfo> rounds) {}

    ReportBody(ResultsReport report, ResultsAddress shown, Beside beside) {
        var context = new QuestionResult.Context(
                report.invited(),
                shown.perPerson(),
                names(report),
                (question, item) -> shown.behindHref(question.id(), item, 1),
                report.least());
        getContent().addClassName("tl-stack");
        var removed = report.removedAt();
        if (removed != null) {
            getContent().add(new RemovedNote(removed));
        }
        getContent().add(new TurnoutFigures(report), weights(report));
        report.questions()
                .forEach(one -> getContent()
                        .add(new QuestionResult(one, context)
                                .from(new DescentLine(
                                        Objects.requireNonNull(beside.descents()
                                                .get(one.question().id())),
                                        report.survey(),
                                        beside.rounds()))));
        getContent().add(new DoubtNote(report.questions(), beside.doubts()), new TurnoutTable(report));
    }

    /** Which weights these figures have, and the way to them. */
    private Component weights(ResultsReport report) {
        return Kit.row(
                Kit.dim(getTranslation("surveys.weights.used", report.weightSet())),
                Kit.link(
                        SurveyNavigation.campaignHref(report.survey(), report.campaign()),
                        getTranslation("surveys.weights")));
    }

    private static Map<UUID, String> names(ResultsReport report) {
        var names = new HashMap<UUID, String>();
        for (var one : report.turnout()) {
            var organisation = one.organisation();
            if (organisation != null) {
                names.put(organisation.value(), one.name());
            }
        }
        return names;
    }
}
