package io.throughline.backlog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.backlog.NeedSummary;
import io.throughline.backlog.Needs;
import io.throughline.backlog.Triage;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.ReasonDialog;
import jakarta.annotation.security.RolesAllowed;

/** Customers' own words, the longest waiting first: to a need, or declined with a reason. */
@Route(BacklogNavigation.TRIAGE)
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class TriageView extends Composite<Div> implements HasDynamicTitle {

    private static final int SHOWN = 20;

    private final transient Triage triage;
    private final transient Needs needs;
    private final transient CurrentViewer viewer;
    private final Div cards = Kit.stack();
    private final Span count = new Span();

    TriageView(Triage triage, Needs needs, CurrentViewer viewer) {
        this.triage = triage;
        this.needs = needs;
        this.viewer = viewer;
        count.getElement().setAttribute("aria-live", "polite");
        getContent()
                .add(
                        new PageHeader(getTranslation("backlog.triage.title"))
                                .above(Kit.link(BacklogNavigation.BACKLOG, getTranslation("backlog.title")))
                                .below(count),
                        cards);
        show();
    }

    private void show() {
        cards.removeAll();
        int waiting = triage.countWaiting();
        count.setText(getTranslation("backlog.triage.waiting", waiting));
        if (waiting == 0) {
            cards.add(Kit.empty(getTranslation("backlog.triage.empty"), getTranslation("backlog.triage.empty.text")));
        }
        triage.waiting(0, SHOWN).forEach(row -> cards.add(card(row)));
    }

    private Component card(Triage.Row row) {
        var card = Kit.card(
                Kit.quote(row.words(), getTranslation("backlog.quote.by", row.person(), row.organisation())),
                new Moment(row.toldAt(), viewer.get().zone()));
        if (viewer.get().is(Role.PROJECT_MANAGER)) {
            card.add(actions(row));
        }
        return card;
    }

    private Component actions(Triage.Row row) {
        var need = new ComboBox<NeedSummary>(getTranslation("backlog.triage.need"));
        need.setItems(query -> {
            int from = query.getOffset();
            return needs.find(query.getFilter().orElse(""), from + query.getLimit()).stream()
                    .skip(from)
                    .limit(query.getLimit());
        });
        need.setItemLabelGenerator(n -> n.key() + " " + n.title().in(getLocale()));
        var join = new Button(getTranslation("backlog.triage.join"), click -> {
            if (need.getValue() != null) {
                triage.join(row.id(), row.version(), need.getValue().id());
                done(
                        row,
                        getTranslation("backlog.triage.joined", need.getValue().key()));
            } else {
                need.focus();
            }
        });
        var make = new Button(
                getTranslation("backlog.triage.make"),
                click -> new NameDialog(
                                getTranslation("backlog.triage.make"), getTranslation("backlog.need.title"), title -> {
                                    triage.makeNeed(
                                            row.id(), row.version(), LocalizedText.of(getLocale(), title.strip()));
                                    done(row, getTranslation("backlog.triage.made"));
                                })
                        .open());
        var decline = new Button(getTranslation("backlog.decline"), click -> decline(row));
        var actions = Kit.row(need, join, make, decline);
        actions.addClassName("bl-triage");
        return actions;
    }

    private void decline(Triage.Row row) {
        new ReasonDialog(
                        getTranslation("backlog.triage.decline"),
                        getTranslation("backlog.triage.decline.text"),
                        getTranslation("backlog.reason"),
                        getTranslation("backlog.decline"),
                        reason -> {
                            triage.decline(row.id(), row.version(), reason);
                            done(row, getTranslation("backlog.triage.declined"));
                        })
                .keptFor("triage-decline/" + row.id().value())
                .open();
    }

    private void done(Triage.Row row, String words) {
        show();
        Notices.undoable(this, words, () -> {
            triage.takeBack(row.id(), row.version() + 1);
            show();
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("backlog.triage.title");
    }
}
