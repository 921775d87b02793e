package io.throughline.survey.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.lineage.Versions;
import io.throughline.survey.ui.ResultsAddress;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.answer.SurveyFacts;
import jakarta.annotation.security.RolesAllowed;

/** A survey as a customer will see it; what is tried here is stored nowhere. */
@Route("surveys/:survey/preview")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class SurveyPreviewView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient Versions versions;
    private final transient CurrentViewer viewer;

    SurveyPreviewView(Surveys surveys, Versions versions, CurrentViewer viewer) {
        this.surveys = surveys;
        this.versions = versions;
        this.viewer = viewer;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = SurveyNavigation.survey(event);
        var version = version(event.getLocation());
        var intro = version == 0 ? surveys.preview(id) : versions.intro(id, version);
        var content = version == 0 ? surveys.detail(id).content() : versions.asked(id, version);
        getContent().removeAll();
        getContent()
                .add(new PageHeader(intro.title().in(getLocale()))
                        .above(Kit.row(
                                Kit.link(SurveyNavigation.surveyHref(id), getTranslation("surveys.back")),
                                new Badge(Tone.WARN, "◌", getTranslation("surveys.preview.nothing-counts")),
                                asked(id, version))));
        var body = Kit.stack(
                new Paragraph(intro.why().in(getLocale())),
                Kit.card(new SurveyFacts(intro, viewer.get().zone())));
        body.addClassName("answer-page");
        body.add(new ContentPreview(content, id.value()));
        getContent().add(body);
    }

    /** 0 for what is designed now. */
    private static int version(Location location) {
        var number = ResultsAddress.parameter(location, SurveyNavigation.VERSION);
        return number != null && number.matches("[1-9]\\d{0,6}") ? Integer.parseInt(number) : 0;
    }

    private Component asked(SurveyId survey, int version) {
        return version == 0
                ? new Span()
                : Kit.link(SurveyNavigation.versionsHref(survey), getTranslation("version.as-asked", version));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("surveys.preview");
    }
}
