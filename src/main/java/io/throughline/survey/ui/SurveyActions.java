package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Surveys;

/** What the viewer may do with a survey, by where it stands. */
class SurveyActions extends Composite<Div> {

    SurveyActions(Surveys.Detail survey) {
        getContent().addClassName("tl-row");
        if (survey.published() == null && survey.editor()) {
            getContent()
                    .add(
                            Kit.link(SurveyNavigation.designHref(survey.id()), getTranslation("surveys.design")),
                            Kit.link(SurveyNavigation.publishHref(survey.id()), getTranslation("surveys.publish")));
        }
        if (survey.published() != null && survey.editor()) {
            getContent().add(Kit.link(SurveyNavigation.publishHref(survey.id()), getTranslation("surveys.again")));
        }
        getContent().add(Kit.link(SurveyNavigation.previewHref(survey.id()), getTranslation("surveys.preview")));
    }
}
