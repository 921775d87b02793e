package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.ItemSource;
import io.throughline.survey.start.SurveyTemplates;
import io.throughline.survey.start.TemplateId;
import io.throughline.survey.ui.SurveyNavigation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** A template of the viewer's while it is edited. */
@Route("surveys/templates/:template/design")
@RolesAllowed("PROJECT_MANAGER")
class TemplateDesignView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SurveyTemplates templates;
    private final transient ItemSource source;
    private final transient CurrentViewer viewer;
    private final transient Texts texts;
    private final transient Clock clock;

    TemplateDesignView(SurveyTemplates templates, ItemSource source, CurrentViewer viewer, Texts texts, Clock clock) {
        this.templates = templates;
        this.source = source;
        this.viewer = viewer;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = TemplateId.parse(event.getRouteParameters().get("template").orElse(""));
        var editing = templates.editing(id);
        var draft = new DesignDraft(new TemplateDraftStore(templates, id));
        var subject =
                new Designer.Subject(id, SurveyNavigation.templateHref(id.value()), draft, () -> templates.preview(id));
        var designer = new Designer(subject, source, viewer, texts, clock);
        var strip = new TemplateStrip(
                editing.inForce(),
                () -> {
                    templates.putInForce(id, draft.version());
                    Notices.done(getTranslation("surveys.template.put.done"));
                    UI.getCurrent().refreshCurrentRoute(false);
                },
                () -> discard(id, draft));
        getContent().removeAll();
        getContent()
                .add(designer.under(
                        new PageHeader(getPageTitle()).above(Kit.link(SurveyNavigation.surveysHref(), editing.name())),
                        strip,
                        strip::show));
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(CheckPanel.AT)
                .ifPresent(designer::lookAt);
    }

    private void discard(TemplateId id, DesignDraft draft) {
        var edited = draft.content();
        long version = templates.discardDraft(id, draft.version());
        UI.getCurrent().refreshCurrentRoute(false);
        Notices.undoable(this, getTranslation("surveys.template.discarded"), () -> {
            templates.edit(id, version, edited);
            UI.getCurrent().refreshCurrentRoute(false);
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("surveys.template.edit");
    }
}
