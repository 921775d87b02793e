package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.MoreMenu;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.SurveyDetail;
import io.throughline.survey.ui.SurveyNavigation;
import java.util.ArrayList;
import java.util.List;

/** What the viewer may do with a survey, by where it stands: what comes next at hand, all else in a menu. */
class SurveyActions extends Composite<Div> {

    /**
     * @param next of the campaign looked at; none where there is none yet
     * @param more that only some may do, or with that campaign
     */
    SurveyActions(SurveyDetail survey, List<Component> next, List<Component> more) {
        var atHand = new ArrayList<Component>();
        var rest = new ArrayList<Component>();
        boolean published = survey.published() != null;
        if (survey.editor()) {
            atHand.add(link(SurveyNavigation.designHref(survey.id()), "surveys.design"));
            (published && !survey.isDrafted() ? rest : atHand).add(publishing(survey));
        }
        atHand.addAll(next);
        // Answers given elsewhere have names.
        if (survey.editor()
                && survey.campaigns().stream().anyMatch(one -> one.confidentiality() != Confidentiality.ANONYMOUS)) {
            rest.add(link(SurveyNavigation.importHref(survey.id()), "surveys.import"));
        }
        if (published) {
            rest.add(link(SurveyNavigation.versionsHref(survey.id()), "version.all"));
        }
        (atHand.isEmpty() ? atHand : rest).add(link(SurveyNavigation.previewHref(survey.id()), "surveys.preview"));
        rest.addAll(more);
        getContent().addClassName("tl-row");
        getContent().add(atHand);
        if (!rest.isEmpty()) {
            getContent().add(new MoreMenu("survey-more", rest));
        }
    }

    private Component publishing(SurveyDetail survey) {
        if (survey.published() == null) {
            return link(SurveyNavigation.publishHref(survey.id()), "surveys.publish");
        }
        return survey.isDrafted()
                ? link(SurveyNavigation.changesHref(survey.id()), "version.publish.next")
                : link(SurveyNavigation.againHref(survey.id()), "surveys.again");
    }

    private Component link(String href, String key) {
        return Kit.link(href, getTranslation(key));
    }
}
