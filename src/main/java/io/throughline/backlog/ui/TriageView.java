package io.throughline.backlog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.backlog.ExpressionId;
import io.throughline.backlog.ExpressionRow;
import io.throughline.backlog.Needs;
import io.throughline.backlog.Triage;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers' own words, one after the other, the longest waiting first: to a need, or declined with a reason. */
@Route(BacklogNavigation.TRIAGE)
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class TriageView extends Composite<Div> implements HasDynamicTitle {

    private static final int SHOWN = 20;

    private final transient Triage triage;
    private final transient Needs needs;
    private final transient CurrentViewer viewer;
    private final boolean edits;
    private final Div current = Kit.div("bl-current");
    private final Div queue = Kit.stack();
    private final Div declined = Kit.stack();
    private final Span count = new Span();

    TriageView(Triage triage, Needs needs, CurrentViewer viewer) {
        this.triage = triage;
        this.needs = needs;
        this.viewer = viewer;
        this.edits = viewer.get().is(Role.PROJECT_MANAGER);
        count.getElement().setAttribute("role", "status");
        var put = new Details(getTranslation("backlog.triage.declinedOnes"), declined);
        put.addOpenedChangeListener(opened -> showDeclined());
        getContent()
                .add(
                        new PageHeader(getTranslation("backlog.triage.title"))
                                .above(Kit.link(BacklogNavigation.BACKLOG, getTranslation("backlog.title")))
                                .below(count),
                        Kit.div("bl-columns", current, queue),
                        put);
        show(null);
    }

    /** @param wanted the one to decide on, null for the longest waiting */
    private void show(@Nullable ExpressionId wanted) {
        int waiting = triage.countWaiting();
        count.setText(getTranslation("backlog.triage.waiting", waiting));
        var rows = triage.waiting(0, SHOWN);
        current.removeAll();
        queue.removeAll();
        if (rows.isEmpty()) {
            current.add(Kit.empty(getTranslation("backlog.triage.empty"), getTranslation("backlog.triage.empty.text")));
            return;
        }
        var first =
                rows.stream().filter(row -> row.id().equals(wanted)).findFirst().orElse(rows.getFirst());
        current.add(
                edits
                        ? new TriageCard(triage, needs, first, viewer.get().zone(), this::decided)
                        : Kit.card(quote(first)));
        rows.stream().filter(row -> !row.equals(first)).forEach(row -> queue.add(waiting(row)));
        queue.add(more(waiting, rows));
    }

    private Component more(int waiting, List<ExpressionRow> rows) {
        return waiting > rows.size()
                ? Kit.dim(getTranslation("backlog.triage.more", waiting - rows.size()))
                : new Span();
    }

    private Component waiting(ExpressionRow row) {
        var line = Kit.row(Speaker.when(row, viewer.get().zone()));
        if (edits) {
            var pick = new Button(getTranslation("backlog.triage.pick"), click -> {
                show(row.id());
                focus();
            });
            pick.setAriaLabel(getTranslation("backlog.triage.pick.one", Speaker.name(this, row)));
            line.add(pick);
        }
        return Kit.card(quote(row), line);
    }

    private Component quote(ExpressionRow row) {
        return Kit.quote(row.words(), Speaker.of(this, row));
    }

    /** The next one is there at once; the decision can be taken back as long as nobody changed it again. */
    private void decided(ExpressionRow row, String words) {
        show(null);
        focus();
        Notices.undoable(this, words, () -> {
            triage.takeBack(row.id(), row.version() + 1);
            show(row.id());
            focus();
        });
    }

    private void focus() {
        current.getChildren()
                .filter(TriageCard.class::isInstance)
                .findFirst()
                .ifPresent(card -> ((TriageCard) card).focus());
    }

    private void showDeclined() {
        declined.removeAll();
        var rows = triage.declined(0, SHOWN);
        if (rows.isEmpty()) {
            declined.add(Kit.dim(getTranslation("backlog.triage.declined.none")));
        }
        for (var row : rows) {
            var card = Kit.card(quote(row), new Div(getTranslation("backlog.panel.declined", reason(row))));
            if (edits) {
                card.add(new Button(getTranslation("backlog.need.takeBack"), click -> {
                    triage.takeBack(row.id(), row.version());
                    show(row.id());
                    showDeclined();
                    focus();
                }));
            }
            declined.add(card);
        }
    }

    private static String reason(ExpressionRow row) {
        var reason = row.declineReason();
        return reason == null ? "" : reason;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("backlog.triage.title");
    }
}
