package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.Drafts.ScopeLine;
import io.throughline.plan.Drafts.ScopeProposal;
import io.throughline.plan.Drafts.View;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.plan.ui.PlanNavigation.DraftSection;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.ReasonDialog;
import io.throughline.shared.ui.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which requirements the project takes: decided by hand with a reason, or taken over from what was computed. */
class ScopePart extends Part {

    static final String TAKE = "take";
    static final String LEAVE = "leave";

    private final DraftDesk desk;
    private final Button compute = new Button();
    private final Button take = new Button();
    private final Paragraph explanation = new Paragraph();
    private final ScopeTotals totals = new ScopeTotals();
    private final Div noRate;
    private final Div nothing;
    private final Div place = new Div();
    private LongTable table;
    private boolean computed;
    private @Nullable ScopeProposal atHand;

    ScopePart(DraftDesk desk) {
        this.desk = desk;
        compute.setText(getTranslation("draft.scope.compute"));
        compute.addClickListener(click -> {
            computed = true;
            table = table();
            place.removeAll();
            place.add(table);
            desk.refresh();
            take.focus();
        });
        take.setText(getTranslation("draft.scope.take"));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.addClickListener(
                click -> desk.step(seen -> desk.services().drafts().takeProposedScope(desk.id(), seen)));
        explanation.addClassName("tl-dim");
        explanation.getElement().setAttribute("aria-live", "polite");
        noRate = Kit.row(
                Kit.dim(getTranslation("draft.scope.noRate")),
                Kit.link(PlanNavigation.draftHref(desk.id(), DraftSection.BUDGET), getTranslation("draft.grades")));
        nothing = Kit.empty(getTranslation("draft.scope.none"), getTranslation("draft.scope.none.text"));
        table = table();
        place.add(table);
        getContent()
                .add(Kit.card(
                        getTranslation("enum.DraftSection.SCOPE"),
                        Kit.stack(totals, Kit.row(compute, take), explanation, noRate, nothing, place)));
    }

    @Override
    void show(View view) {
        var proposal = desk.services().drafts().proposedScope(desk.id());
        atHand = proposal;
        boolean any = !proposal.lines().isEmpty();
        compute.setVisible(any && view.editable());
        take.setVisible(computed && any && view.editable());
        noRate.setVisible(any && view.content().grades().isEmpty());
        nothing.setVisible(!any);
        table.setVisible(any);
        explanation.setText(computed ? explained(view, proposal) : getTranslation("draft.scope.explanation"));
        totals.show(view, proposal);
        table.refresh();
        atHand = null;
    }

    /** What was computed has a column of its own. */
    private LongTable table() {
        var columns = new ArrayList<>(List.of(
                Column.text(getTranslation("draft.requirement")),
                Column.number(getTranslation("draft.scope.rank")),
                Column.number(getTranslation("draft.scope.score")),
                Column.number(getTranslation("draft.effort.days")),
                Column.number(getTranslation("draft.cost")),
                Column.text(getTranslation("draft.scope.decision"))));
        if (computed) {
            columns.add(Column.text(getTranslation("draft.scope.computed")));
        }
        return new LongTable(getTranslation("draft.scope.caption"), columns, this::page).acting(this::decide);
    }

    private String explained(View view, ScopeProposal proposal) {
        var choice = proposal.choice();
        var header = view.content().header();
        var text = getTranslation(
                "draft.scope.proposal",
                choice.chosen().size(),
                Written.money(choice.cost(), header.currency(), getLocale()),
                Written.number(choice.effort().days(), getLocale()));
        return choice.withinLimits() ? text : text + " ! " + getTranslation("draft.scope.mustsOver");
    }

    private LongTable.Page page(int offset, int limit) {
        var view = desk.view();
        var proposal = atHand != null ? atHand : desk.services().drafts().proposedScope(desk.id());
        var rows = new ScopeRows(this, getLocale(), view, proposal, computed, desk.services());
        return LongTable.Page.of(proposal.lines(), offset, limit, rows::row);
    }

    private void decide(String what, UUID id) {
        var requirement = new RequirementId(id);
        boolean in = what.equals(TAKE);
        var title = titles(desk.services().drafts().proposedScope(desk.id()).lines())
                .getOrDefault(requirement, "");
        new ReasonDialog(
                        getTranslation(in ? "draft.scope.in" : "draft.scope.out", title),
                        getTranslation(in ? "draft.scope.in.text" : "draft.scope.out.text"),
                        getTranslation("draft.scope.reason"),
                        getTranslation(in ? "draft.scope.takeIn" : "draft.scope.leaveOut"),
                        reason -> desk.step(
                                seen -> desk.services().drafts().decideScope(desk.id(), seen, requirement, in, reason)))
                .keptFor("scope/" + desk.id().value() + "/" + id + "/" + in)
                .open();
    }

    private Map<RequirementId, String> titles(List<ScopeLine> lines) {
        return lines.stream()
                .map(ScopeLine::requirement)
                .collect(Collectors.toMap(
                        one -> one.id(), one -> one.key() + " " + one.title().in(getLocale())));
    }
}
