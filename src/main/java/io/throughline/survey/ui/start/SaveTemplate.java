package io.throughline.survey.ui.start;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import io.throughline.shared.ui.Notices;
import io.throughline.survey.SurveyId;
import io.throughline.survey.start.SurveyTemplates;
import io.throughline.survey.start.SurveyTemplates.Kept;

/** Keeps what a survey asks as a template, for every project manager to start from. */
public class SaveTemplate extends Composite<Button> {

    public SaveTemplate(SurveyTemplates templates, SurveyId survey, String title) {
        getContent().setText(getTranslation("surveys.template.keep"));
        getContent()
                .addClickListener(click -> TemplateDialog.save(
                                title,
                                templates.kept().stream().filter(Kept::mine).toList(),
                                (name, about) -> {
                                    templates.save(survey, name, about);
                                    done();
                                },
                                old -> {
                                    templates.replace(old.id(), old.version(), survey);
                                    done();
                                })
                        .open());
    }

    private void done() {
        Notices.done(getTranslation("surveys.template.kept"));
    }
}
