package io.throughline.survey.ui.intake;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.throughline.people.Accounts;
import io.throughline.people.ui.PeopleNavigation;
import io.throughline.shared.PersonId;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Act;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.RespondentLinks;
import io.throughline.survey.RespondentLinks.Imported;
import io.throughline.survey.RespondentLinks.Respondent;
import io.throughline.survey.ResponseId;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Respondents known by an import only, by their ids: which account's person is one of them is said here. */
@Route(PeopleNavigation.IMPORTED)
@RolesAllowed("ADMINISTRATOR")
class RespondentsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    static final String LINK = "link";
    static final String UNLINK = "unlink";

    private static final String ROUND = "round";
    private static final int PAUSE = 300;

    private final transient RespondentLinks links;
    private final transient Accounts accounts;
    private final transient Texts texts;
    private final Select<Imported> round = new Select<>();
    private final TextField search = new TextField(getTranslation("respondents.search"));
    private final Div found = Kit.div("tl-live");
    private final LongTable table;
    private @Nullable Notification undoable;

    RespondentsView(RespondentLinks links, Accounts accounts, Texts texts) {
        this.links = links;
        this.accounts = accounts;
        this.texts = texts;
        table = new LongTable(
                        getTranslation("respondents.title"),
                        List.of(
                                Column.text(getTranslation("respondents.id")),
                                Column.text(getTranslation("respondents.account"))),
                        this::page)
                .underHeading()
                .acting(this::act);
        round.setLabel(getTranslation("respondents.round"));
        round.setItemLabelGenerator(this::called);
        round.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                PeopleNavigation.IMPORTED,
                                QueryParameters.of(
                                        ROUND,
                                        change.getValue().campaign().value().toString()));
            }
        });
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE);
        search.addValueChangeListener(change -> show());
        found.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var rounds = links.imported();
        getContent().removeAll();
        getContent()
                .add(new PageHeader(getTranslation("respondents.title"))
                        .above(Kit.link(PeopleNavigation.PEOPLE, getTranslation("people.title")))
                        .below(Kit.dim(getTranslation("respondents.text"))));
        if (rounds.isEmpty()) {
            getContent().add(Kit.empty(getTranslation("respondents.none"), getTranslation("respondents.none.text")));
            return;
        }
        var wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ROUND)
                .orElse("");
        round.setItems(rounds);
        round.setValue(rounds.stream()
                .filter(one -> one.campaign().value().toString().equals(wanted))
                .findFirst()
                .orElse(rounds.getFirst()));
        getContent().add(Kit.div("tl-filters", round, search), Kit.card(found, table));
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("respondents.title") + " · Throughline";
    }

    private String called(Imported one) {
        return getTranslation(
                "respondents.round.name", one.surveyKey(), one.title().in(getLocale()), one.number());
    }

    private void show() {
        int count = links.count(round.getValue().campaign(), search.getValue());
        found.setText(getTranslation("respondents.found", count));
        table.setVisible(count > 0);
        table.restart();
    }

    private LongTable.Page page(int offset, int limit) {
        var campaign = round.getValue().campaign();
        return new LongTable.Page(
                links.find(campaign, search.getValue(), offset, limit).stream()
                        .map(this::row)
                        .toList(),
                links.count(campaign, search.getValue()));
    }

    private LongTable.Row row(Respondent one) {
        var name = one.linkedWith();
        var account = one.linked()
                ? Cell.badge(Tone.OK, "✓", name == null ? getTranslation("respondents.linked") : name, "")
                : Cell.badge(Tone.NEUTRAL, "○", getTranslation("respondents.unlinked"), "");
        var act = one.linked() ? UNLINK : LINK;
        var text = getTranslation("respondents." + act);
        return LongTable.Row.of(one.response().value(), Cell.of(one.externalId()), account)
                .with(new Act(act, text, text + ": " + one.externalId()));
    }

    private void act(String what, UUID id) {
        var one = links.respondent(new ResponseId(id));
        if (what.equals(UNLINK)) {
            unlink(one);
        } else {
            new RespondentDialog(one.externalId(), accounts, texts, person -> link(one, person)).open();
        }
    }

    private void link(Respondent one, PersonId person) {
        links.link(person, one.campaign(), one.externalId());
        table.refresh();
        table.reveal(one.response().value());
        told("respondents.linked.done", one, () -> links.unlink(one.campaign(), one.externalId()));
    }

    private void unlink(Respondent one) {
        var was = links.unlink(one.campaign(), one.externalId());
        table.refresh();
        table.reveal(one.response().value());
        if (was != null) {
            told("respondents.unlinked.done", one, () -> links.link(was, one.campaign(), one.externalId()));
        }
    }

    /** Only what was done last is undone from here. */
    private void told(String key, Respondent one, Runnable undo) {
        if (undoable != null) {
            undoable.close();
        }
        undoable = Notices.undoable(this, getTranslation(key, one.externalId()), () -> {
            undo.run();
            table.refresh();
        });
    }
}
