package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Ids;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.SurveyResults.Report;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.Surveys;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;

/** Who has answered a survey, and what they said. What is looked at stands in the address. */
@Route("surveys/:survey")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class SurveyResultsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient SurveyResults results;
    private final transient CurrentViewer viewer;
    private final String baseUrl;
    private String title = "";

    SurveyResultsView(
            Surveys surveys,
            SurveyResults results,
            CurrentViewer viewer,
            @Value("${throughline.base-url:http://localhost:8080}") String baseUrl) {
        this.surveys = surveys;
        this.results = results;
        this.viewer = viewer;
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = new SurveyId(Ids.parse(event.getRouteParameters().get("survey").orElse("")));
        var detail = surveys.detail(id);
        var published = detail.published();
        title = detail.content().title().in(getLocale());
        getContent().removeAll();
        var header = new PageHeader(title)
                .above(Kit.row(Kit.dim(detail.key()), StateBadge.of(this, detail.state())))
                .below(Kit.dim(detail.content().why().in(getLocale())));
        getContent().add(header);
        if (published == null) {
            header.actions(actions(detail));
            getContent().add(Kit.empty(getTranslation("surveys.draft"), getTranslation("surveys.draft.text")));
            return;
        }
        var shown = ResultsAddress.of(id, event.getLocation());
        var report = results.report(published.id(), shown.segment());
        header.actions(Kit.row(actions(detail), export(published.id(), shown, detail.key())));
        getContent().add(new ResultsFilter(shown, results.segments(published.id()), ResultsAddress::open));
        getContent().add(new TurnoutFigures(report), body(report, shown), onward(published.id()));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Component actions(Surveys.Detail detail) {
        var published = detail.published();
        return new SurveyActions(
                detail,
                () -> published == null ? "" : surveys.invitationText(published.id(), getLocale(), baseUrl),
                () -> {
                    if (published != null) {
                        surveys.close(published.id(), published.version());
                        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
                    }
                });
    }

    /** Whether the reader may have the file is asked again when it is fetched. */
    private Component export(SurveyVersionId version, ResultsAddress shown, String key) {
        var locale = getLocale();
        return new Anchor(
                DownloadHandler.fromInputStream(download -> {
                    var bytes =
                            results.exportCsv(version, shown.segment(), locale).getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            key + "-results.csv",
                            "text/csv;charset=utf-8",
                            bytes.length);
                }),
                getTranslation("action.export"));
    }

    private Component body(Report report, ResultsAddress shown) {
        var context = new QuestionResult.Context(
                report.invited(),
                shown.perPerson(),
                report.turnout().stream()
                        .collect(Collectors.toMap(one -> one.organisation().value(), SurveyResults.Turnout::name)),
                (question, item) -> shown.behindHref(question.id(), item, 1));
        var body = Kit.stack();
        report.questions().forEach(question -> body.add(new QuestionResult(question, context)));
        body.add(new TurnoutTable(report));
        return body;
    }

    private Component onward(SurveyVersionId version) {
        var onward = Kit.div("survey-onward");
        if (viewer.get().is(Role.PROJECT_MANAGER)) {
            onward.add(Kit.link("backlog/from-results/" + version.value(), getTranslation("surveys.to-backlog")));
        }
        return onward;
    }
}
