package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.throughline.shared.Ids;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.SurveyResults.Report;
import io.throughline.survey.SurveyResults.Turnout;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.Surveys;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.beans.factory.annotation.Value;

/** Who has answered a survey, and what they said; filtered by segment in the URL. */
@Route("surveys/:survey")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class SurveyResultsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient SurveyResults results;
    private final String baseUrl;
    private String title = "";

    SurveyResultsView(
            Surveys surveys,
            SurveyResults results,
            @Value("${throughline.base-url:http://localhost:8080}") String baseUrl) {
        this.surveys = surveys;
        this.results = results;
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = new SurveyId(Ids.parse(event.getRouteParameters().get("survey").orElse("")));
        var detail = surveys.detail(id);
        var published = detail.published();
        title = detail.content().title().in(getLocale());
        getContent().removeAll();
        getContent()
                .add(new PageHeader(title)
                        .above(Kit.dim(detail.key()))
                        .below(Kit.dim(detail.content().why().in(getLocale())))
                        .actions(actions(detail)));
        if (published == null) {
            getContent().add(Kit.empty(getTranslation("surveys.draft"), getTranslation("surveys.draft.text")));
            return;
        }
        var segment = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("segment")
                .orElse(null);
        var report = results.report(published.id(), segment);
        getContent().add(Kit.stack(filter(id, published.id(), segment), turnout(report)));
        report.questions().forEach(question -> getContent().add(Kit.stack(new QuestionResult(question))));
        getContent()
                .add(new Paragraph(Kit.link(
                        "backlog/from-results/" + published.id().value(), getTranslation("surveys.to-backlog"))));
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
                        SurveyNavigation.navigateToSurvey(detail.id());
                        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
                    }
                });
    }

    private Component filter(SurveyId id, SurveyVersionId version, @org.jspecify.annotations.Nullable String segment) {
        var choice = new Select<String>();
        choice.setLabel(getTranslation("surveys.segment"));
        choice.setItems(results.segments(version));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(getTranslation("surveys.segment.all"));
        choice.setValue(segment);
        choice.addValueChangeListener(change -> {
            var chosen = change.getValue();
            getUI().ifPresent(ui -> ui.navigate(
                    "surveys/" + id.value(),
                    chosen == null ? QueryParameters.empty() : QueryParameters.of("segment", chosen)));
        });
        return choice;
    }

    private Component turnout(Report report) {
        return Kit.card(new DataTable<Turnout>(
                        getTranslation("surveys.turnout", report.answered(), report.invited(), report.inProgress()))
                .column(getTranslation("surveys.organisation"), Turnout::name)
                .numbers(getTranslation("surveys.invited"), row -> String.valueOf(row.invited()))
                .numbers(getTranslation("surveys.answered"), row -> String.valueOf(row.answered()))
                .rows(report.turnout()));
    }
}
