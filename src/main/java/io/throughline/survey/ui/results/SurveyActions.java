package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.SurveyDetail;
import io.throughline.survey.ui.SurveyNavigation;

/** What the viewer may do with a survey, by where it stands. */
class SurveyActions extends Composite<Div> {

    /** @param more that only some may do */
    SurveyActions(SurveyDetail survey, Component... more) {
        getContent().addClassName("tl-row");
        if (survey.published() == null && survey.editor()) {
            getContent()
                    .add(
                            Kit.link(SurveyNavigation.designHref(survey.id()), getTranslation("surveys.design")),
                            Kit.link(SurveyNavigation.publishHref(survey.id()), getTranslation("surveys.publish")));
        }
        if (survey.published() != null) {
            if (survey.editor()) {
                getContent()
                        .add(
                                Kit.link(SurveyNavigation.designHref(survey.id()), getTranslation("surveys.design")),
                                survey.isDrafted()
                                        ? Kit.link(
                                                SurveyNavigation.changesHref(survey.id()),
                                                getTranslation("version.publish.next"))
                                        : Kit.link(
                                                SurveyNavigation.againHref(survey.id()),
                                                getTranslation("surveys.again")));
                // Answers given elsewhere have names.
                if (survey.campaigns().stream().anyMatch(one -> one.confidentiality() != Confidentiality.ANONYMOUS)) {
                    getContent()
                            .add(Kit.link(SurveyNavigation.importHref(survey.id()), getTranslation("surveys.import")));
                }
            }
            getContent().add(Kit.link(SurveyNavigation.versionsHref(survey.id()), getTranslation("version.all")));
        }
        getContent().add(Kit.link(SurveyNavigation.previewHref(survey.id()), getTranslation("surveys.preview")));
        getContent().add(more);
    }
}
