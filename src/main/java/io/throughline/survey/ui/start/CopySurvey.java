package io.throughline.survey.ui.start;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import io.throughline.shared.ui.Notices;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.ui.SurveyNavigation;

/** Makes a draft that asks the same, and goes on to its design. */
public class CopySurvey extends Composite<Button> {

    /** @param title of the survey, for those who don't see where the button stands */
    public CopySurvey(Surveys surveys, SurveyId survey, String title) {
        var button = getContent();
        button.setText(getTranslation("surveys.copy"));
        button.setAriaLabel(getTranslation("surveys.copy.label", title));
        button.addClickListener(click -> {
            SurveyNavigation.navigateToDesign(surveys.copy(survey));
            Notices.done(getTranslation("surveys.copy.done"));
        });
    }
}
