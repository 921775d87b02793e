package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Act;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.LongTable.Row;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.ResponseState;
import io.throughline.survey.SurveyState;
import io.throughline.survey.campaign.CampaignDesk;
import io.throughline.survey.campaign.Invited;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a campaign asked, whether they have answered, and the personal links that can be taken back. */
class InvitedTable extends Composite<Section> {

    private static final String REVOKE = "revoke";
    private static final String AGAIN = "again";

    private final CampaignInfo campaign;
    private final boolean editor;
    private final transient CampaignDesk desk;
    private final transient Texts texts;
    private final boolean mails;
    private final TextField find = new TextField();
    private final LongTable table;

    /** @param mails whether the campaign sends mails */
    InvitedTable(CampaignInfo campaign, boolean mails, boolean editor, CampaignDesk desk, Texts texts) {
        this.campaign = campaign;
        this.editor = editor;
        this.desk = desk;
        this.texts = texts;
        this.mails = mails;
        find.setLabel(getTranslation("campaign.people.find"));
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.setClearButtonVisible(true);
        find.setWidth("min(360px, 100%)");
        table = new LongTable(
                        getTranslation("campaign.people"),
                        columns(),
                        (offset, limit) -> new LongTable.Page(
                                desk.invited(campaign.id(), find.getValue(), offset, limit).stream()
                                        .map(this::row)
                                        .toList(),
                                desk.countInvited(campaign.id(), find.getValue())))
                .underHeading();
        if (editor) {
            table.acting(this::act);
        }
        find.addValueChangeListener(change -> table.restart());
        getContent().addClassName("tl-card");
        getContent().add(new H2(getTranslation("campaign.people")), find, table);
        table.refresh();
    }

    private List<Column> columns() {
        var columns = new ArrayList<>(List.of(
                Column.text(getTranslation("campaign.people.name")),
                Column.text(getTranslation("surveys.organisation")),
                Column.text(getTranslation("campaign.people.state"))));
        if (editor) {
            columns.add(Column.number(getTranslation("campaign.people.links")));
        }
        return columns;
    }

    private Row row(Invited one) {
        var acts = new ArrayList<Act>();
        if (editor && one.links() > 0) {
            acts.add(new Act(
                    REVOKE,
                    getTranslation("campaign.link.revoke"),
                    getTranslation("campaign.link.revoke.of", one.name())));
        }
        if (editor && mails && campaign.state() == SurveyState.OPEN && one.state() != ResponseState.SUBMITTED) {
            acts.add(new Act(
                    AGAIN,
                    getTranslation("campaign.invite.again"),
                    getTranslation("campaign.invite.again.of", one.name())));
        }
        var cells = new ArrayList<>(List.of(Cell.of(one.name()), Cell.of(one.organisation()), state(one.state())));
        if (editor) {
            cells.add(Cell.of(one.links() == 0 ? "–" : String.valueOf(one.links())));
        }
        return Row.of(one.person().value(), cells.toArray(Cell[]::new)).with(acts.toArray(Act[]::new));
    }

    private Cell state(@Nullable ResponseState state) {
        if (state == null) {
            return Cell.of(getTranslation(
                    campaign.removedAt() == null ? "campaign.people.confidential" : "retention.invited"));
        }
        var said = Labels.of(this, state);
        return switch (state) {
            case NOT_STARTED -> Cell.badge(Tone.NEUTRAL, "–", said, "");
            case IN_PROGRESS -> Cell.badge(Tone.INFO, "…", said, "");
            case SUBMITTED, EDITED -> Cell.badge(Tone.OK, "✓", said, "");
        };
    }

    /** By the buttons of a row. */
    void act(String name, UUID id) {
        var person = new PersonId(id);
        try {
            if (name.equals(REVOKE)) {
                desk.revoke(campaign.id(), person);
                Notices.done(getTranslation("campaign.link.revoked"));
            } else {
                desk.inviteAgain(campaign.id(), person);
                Notices.done(getTranslation("campaign.invited.again"));
            }
        } catch (DomainException refusal) {
            Notices.refused(texts.of(refusal, getLocale()));
        }
        table.refresh();
        table.reveal(id);
    }
}
