package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.SurveyState;
import io.throughline.survey.Surveys;
import java.util.function.Supplier;

/** What the viewer may do with a survey, by where it stands. */
class SurveyActions extends Composite<Div> {

    /** @param close closes it before its time */
    SurveyActions(Surveys.Detail survey, Supplier<String> invitation, Runnable close) {
        getContent().addClassName("tl-row");
        if (survey.published() == null && survey.editor()) {
            getContent()
                    .add(
                            Kit.link(SurveyNavigation.designHref(survey.id()), getTranslation("surveys.design")),
                            Kit.link(SurveyNavigation.publishHref(survey.id()), getTranslation("surveys.publish")));
        }
        getContent().add(Kit.link(SurveyNavigation.previewHref(survey.id()), getTranslation("surveys.preview")));
        if (survey.published() != null && survey.state() != SurveyState.CLOSED) {
            getContent()
                    .add(new Button(getTranslation("surveys.invitation"), click -> showInvitation(invitation.get())));
            if (survey.editor()) {
                getContent().add(new Button(getTranslation("surveys.close"), click -> confirmClosing(close)));
            }
        }
    }

    private void showInvitation(String text) {
        var dialog = new Dialog(getTranslation("surveys.invitation"));
        dialog.setWidth("min(620px, 92vw)");
        var words = new TextArea(getTranslation("surveys.invitation.text"));
        words.setValue(text);
        words.setReadOnly(true);
        words.setWidthFull();
        words.setMinRows(8);
        dialog.add(words);
        dialog.getFooter()
                .add(
                        new Button(getTranslation("action.close"), click -> dialog.close()),
                        new CopyButton(getTranslation("surveys.invitation.copy"), text));
        dialog.open();
    }

    private void confirmClosing(Runnable close) {
        var dialog = new Dialog(getTranslation("surveys.close"));
        dialog.setWidth("min(520px, 92vw)");
        dialog.add(new Paragraph(getTranslation("surveys.close.text")));
        var go = new Button(getTranslation("surveys.close.go"), click -> {
            close.run();
            dialog.close();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), click -> dialog.close()), go);
        dialog.open();
    }
}
