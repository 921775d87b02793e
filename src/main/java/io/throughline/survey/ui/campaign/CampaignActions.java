package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.SurveyState;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the viewer may do with a campaign, by where it stands. */
public class CampaignActions extends Composite<Div> {

    /**
     * What an editor may do; a refusal leaves the dialog as it is.
     *
     * @param close ends it before its time
     * @param extend until when
     * @param reopen until when, and why
     */
    public record Commands(Runnable close, Consumer<Instant> extend, BiConsumer<Instant, String> reopen) {}

    /**
     * @param editor whether the viewer may more than invite
     * @param invitation a text to invite with, in a language
     */
    public CampaignActions(
            CampaignInfo campaign,
            boolean editor,
            ZonedDateTime now,
            Function<Locale, String> invitation,
            Commands commands) {
        getContent().addClassName("tl-row");
        boolean closed = campaign.state() == SurveyState.CLOSED;
        boolean anonymous = campaign.confidentiality() == Confidentiality.ANONYMOUS;
        if (!closed) {
            getContent()
                    .add(new Button(
                            getTranslation("surveys.invitation"),
                            click -> new InvitationDialog(campaign.languages(), invitation).open()));
        }
        if (editor && !closed) {
            var end = campaign.closesAt().atZone(now.getZone());
            getContent()
                    .add(
                            new Button(
                                    getTranslation("surveys.extend"),
                                    click -> UntilDialog.extending(end, commands.extend())
                                            .open()),
                            new Button(
                                    getTranslation("surveys.close"),
                                    click -> confirmClosing(
                                            anonymous ? "surveys.close.anonymous" : "surveys.close.text",
                                            commands.close())));
        }
        // What is anonymous stays closed: further figures would tell what a few have said.
        if (editor && closed && !anonymous) {
            getContent()
                    .add(new Button(
                            getTranslation("surveys.reopen"),
                            click -> UntilDialog.reopening(now, commands.reopen())
                                    .open()));
        }
    }

    private void confirmClosing(String consequences, Runnable close) {
        var dialog = new Dialog(getTranslation("surveys.close"));
        dialog.setWidth("min(520px, 92vw)");
        dialog.add(new Paragraph(getTranslation(consequences)));
        var go = new Button(getTranslation("surveys.close.go"), click -> {
            close.run();
            dialog.close();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), click -> dialog.close()), go);
        dialog.open();
    }
}
