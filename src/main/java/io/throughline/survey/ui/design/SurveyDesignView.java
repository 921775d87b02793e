package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.ItemSource;
import io.throughline.survey.Surveys;
import io.throughline.survey.ui.SurveyNavigation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** A survey while it is designed. */
@Route("surveys/:survey/design")
@RolesAllowed("PROJECT_MANAGER")
class SurveyDesignView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient ItemSource source;
    private final transient CurrentViewer viewer;
    private final transient Texts texts;
    private final transient Clock clock;

    SurveyDesignView(Surveys surveys, ItemSource source, CurrentViewer viewer, Texts texts, Clock clock) {
        this.surveys = surveys;
        this.source = source;
        this.viewer = viewer;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = SurveyNavigation.survey(event);
        var detail = surveys.detail(id);
        getContent().removeAll();
        var header = new PageHeader(getPageTitle())
                .above(Kit.link(
                        SurveyNavigation.surveyHref(id),
                        detail.key() + " " + detail.content().title().in(getLocale())));
        if (!detail.editor()) {
            getContent().add(header, Kit.empty(getTranslation("surveys.fixed"), getTranslation("surveys.fixed.text")));
            return;
        }
        var subject = new Designer.Subject(
                id,
                SurveyNavigation.designHref(id),
                new DesignDraft(new SurveyDraftStore(surveys, id)),
                () -> surveys.preview(id));
        var designer = new Designer(subject, source, viewer, texts, clock);
        var strip = new DraftStrip(detail, designer::takeBack);
        getContent()
                .add(designer.under(
                        header,
                        strip,
                        strip::show,
                        Kit.link(SurveyNavigation.previewHref(id), getTranslation("surveys.preview")),
                        Kit.link(SurveyNavigation.publishHref(id), getTranslation("surveys.publish"))));
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(CheckPanel.AT)
                .ifPresent(designer::lookAt);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("surveys.design");
    }
}
