package io.throughline.survey.ui.start;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.throughline.survey.Surveys;
import io.throughline.survey.start.SurveyTemplates;

/** Asks what a new survey starts from and for its title, and goes on to the design. */
class CreateSurvey extends Composite<Button> {

    CreateSurvey(Surveys surveys, SurveyTemplates templates) {
        getContent().setText(getTranslation("surveys.create"));
        getContent().addThemeVariants(ButtonVariant.PRIMARY);
        getContent().addClickListener(click -> new NewSurveyDialog(surveys, templates).open());
    }
}
