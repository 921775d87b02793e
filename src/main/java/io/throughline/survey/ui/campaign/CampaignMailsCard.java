package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.mail.MailCount;
import io.throughline.shared.mail.MailState;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Notices;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.SurveyState;
import io.throughline.survey.campaign.CampaignDesk;
import io.throughline.survey.campaign.CampaignDesk.Mails;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which mails of a campaign stand where; reminding by hand, and telling what became of it. */
class CampaignMailsCard extends Composite<Section> {

    private final CampaignInfo campaign;
    private final transient CampaignDesk desk;
    private final transient Texts texts;
    private final Div body = Kit.stack();

    CampaignMailsCard(CampaignInfo campaign, Mails mails, boolean editor, CampaignDesk desk, Texts texts) {
        this.campaign = campaign;
        this.desk = desk;
        this.texts = texts;
        getContent().addClassName("tl-card");
        getContent().add(new H2(getTranslation("campaign.mails")), body);
        show(mails, editor);
    }

    private void show(Mails mails, boolean editor) {
        body.removeAll();
        body.add(Kit.dim(how(mails)));
        if (mails.mailing() != null && !mails.delivers()) {
            body.add(new Paragraph("! " + getTranslation("campaign.mails.no-server")));
        }
        if (!mails.counts().isEmpty()) {
            body.add(table(mails.counts()));
        }
        if (editor) {
            if (isReminding(mails) && mails.tooLate() > 0) {
                body.add(Kit.dim(getTranslation("campaign.remind.too-late", mails.tooLate())));
            }
            body.add(acts(mails));
        }
    }

    private String how(Mails mails) {
        var mailing = mails.mailing();
        if (mailing == null) {
            return getTranslation("surveys.mailing.NONE");
        }
        var link = getTranslation("surveys.mailing." + mailing.link());
        return mailing.remindDays() == 0
                ? link
                : link + " · " + getTranslation("campaign.mails.remind-days", mailing.remindDays());
    }

    private Component table(List<MailCount> counts) {
        var kinds = new TreeMap<String, Map<MailState, Integer>>();
        counts.forEach(
                one -> kinds.computeIfAbsent(one.kind(), _ -> new TreeMap<>()).put(one.state(), one.mails()));
        var table = new DataTable<Map.Entry<String, Map<MailState, Integer>>>(getTranslation("campaign.mails"))
                .underHeading()
                .column(getTranslation("campaign.mails.kind"), row -> getTranslation("mail.kind." + row.getKey()));
        Arrays.stream(MailState.values())
                .forEach(state -> table.numbers(
                        Labels.of(this, state),
                        row -> String.valueOf(row.getValue().getOrDefault(state, 0))));
        return table.rows(List.copyOf(kinds.entrySet()));
    }

    private boolean isReminding(Mails mails) {
        return mails.mailing() != null && campaign.state() == SurveyState.OPEN;
    }

    private Component acts(Mails mails) {
        var acts = Kit.row();
        if (isReminding(mails) && mails.unanswered() > 0) {
            acts.add(new Button(
                    getTranslation("campaign.remind", mails.unanswered()),
                    click -> attempt(() -> {
                        int people = desk.remind(campaign.id(), mails.reminders());
                        Notices.done(getTranslation("campaign.reminded", people));
                        show(desk.mails(campaign.id()), true);
                    })));
        }
        if (campaign.state() != SurveyState.SCHEDULED) {
            acts.add(new Button(getTranslation("campaign.outcome"), click -> askForWords()));
        }
        return acts;
    }

    private void askForWords() {
        var dialog = new OutcomeDialog(campaign.languages(), texts, words -> {
            desk.tellOutcome(campaign.id(), words);
            Notices.done(getTranslation("campaign.outcome.done"));
            show(desk.mails(campaign.id()), true);
        });
        dialog.open();
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (DomainException refusal) {
            Notices.refused(texts.of(refusal, getLocale()));
            UI.getCurrent().refreshCurrentRoute(false);
        }
    }
}
