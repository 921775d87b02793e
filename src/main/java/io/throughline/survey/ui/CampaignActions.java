package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.SurveyState;
import java.util.function.Supplier;

/** What the viewer may do with a campaign, by where it stands. */
class CampaignActions extends Composite<Div> {

    /**
     * @param editor whether the viewer may more than invite
     * @param close ends it before its time
     */
    CampaignActions(CampaignInfo campaign, boolean editor, Supplier<String> invitation, Runnable close) {
        getContent().addClassName("tl-row");
        if (campaign.state() == SurveyState.CLOSED) {
            return;
        }
        getContent().add(new Button(getTranslation("surveys.invitation"), click -> showInvitation(invitation.get())));
        if (editor) {
            getContent().add(new Button(getTranslation("surveys.close"), click -> confirmClosing(close)));
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
