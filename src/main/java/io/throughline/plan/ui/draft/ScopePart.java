package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.Choosable;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.Scoping.Proposal;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.plan.ui.PlanNavigation.DraftSection;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.LongWork;
import io.throughline.shared.ui.ReasonDialog;
import io.throughline.shared.ui.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which requirements the project takes: decided by hand with a reason, or taken over from what was computed. */
class ScopePart extends Part {

    static final String TAKE = "take";
    static final String LEAVE = "leave";

    private final DraftDesk desk;
    private final Button compute = new Button();
    private final Button take = new Button();
    private final LongWork work = new LongWork();
    private final Paragraph explanation = new Paragraph();
    private final ScopeTotals totals = new ScopeTotals();
    private final Div noRate;
    private final Div nothing;
    private final Div place = new Div();
    private LongTable table;
    private transient @Nullable Proposal proposal;
    private transient @Nullable Choosable atHand;

    ScopePart(DraftDesk desk) {
        this.desk = desk;
        compute.setText(getTranslation("draft.scope.compute"));
        compute.addClickListener(click -> compute());
        take.setText(getTranslation("draft.scope.take"));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.addClickListener(click -> take());
        explanation.addClassName("tl-dim");
        explanation.getElement().setAttribute("aria-live", "polite");
        noRate = Kit.row(
                Kit.dim(getTranslation("draft.scope.noRate")),
                Kit.link(PlanNavigation.draftHref(desk.id(), DraftSection.BUDGET), getTranslation("draft.grades")));
        nothing = Kit.empty(getTranslation("draft.scope.none"), getTranslation("draft.scope.none.text"));
        table = draw();
        getContent()
                .add(Kit.card(
                        getTranslation("enum.DraftSection.SCOPE"),
                        Kit.stack(totals, Kit.row(compute, take, work), explanation, noRate, nothing, place)));
    }

    @Override
    void show(DraftDetail view) {
        var choosable = choosable();
        atHand = choosable;
        if (proposal != null && !proposal.isFor(view.content())) {
            propose(null);
        }
        boolean any = !choosable.requirements().isEmpty();
        compute.setVisible(any && view.editable());
        take.setVisible(proposal != null && any && view.editable());
        noRate.setVisible(any && view.content().grades().isEmpty());
        nothing.setVisible(!any);
        table.setVisible(any);
        explanation.setText(proposal != null ? explained(view, proposal) : getTranslation("draft.scope.explanation"));
        totals.show(view, choosable);
        table.refresh();
        atHand = null;
    }

    private void compute() {
        work.start(
                getTranslation("draft.scope.computing"),
                progress -> desk.services().scoping().compute(desk.id(), progress),
                result -> {
                    propose(result.get());
                    desk.refresh();
                    take.focus();
                },
                compute::focus);
    }

    private void take() {
        var taken = proposal;
        if (taken != null) {
            desk.step(
                    work,
                    getTranslation("draft.scope.taking"),
                    (seen, progress) -> desk.services().scoping().take(desk.id(), seen, taken, progress));
        }
    }

    /** Null for none any more. */
    private void propose(@Nullable Proposal computed) {
        proposal = computed;
        table = draw();
    }

    /** What was computed has a column of its own. */
    private LongTable draw() {
        var columns = new ArrayList<>(List.of(
                Column.text(getTranslation("draft.requirement")),
                Column.number(getTranslation("draft.scope.rank")),
                Column.number(getTranslation("draft.scope.score")),
                Column.number(getTranslation("draft.effort.days")),
                Column.number(getTranslation("draft.cost")),
                Column.text(getTranslation("draft.scope.decision"))));
        if (proposal != null) {
            columns.add(Column.text(getTranslation("draft.scope.computed")));
        }
        var drawn = new LongTable(getTranslation("draft.scope.caption"), columns, this::page).acting(this::decide);
        place.removeAll();
        place.add(drawn);
        return drawn;
    }

    private String explained(DraftDetail view, Proposal computed) {
        var choice = computed.choice();
        var header = view.content().header();
        var text = getTranslation(
                "draft.scope.proposal",
                choice.chosen().size(),
                Written.money(choice.cost(), header.currency(), getLocale()),
                Written.number(choice.effort().days(), getLocale()));
        return choice.withinLimits() ? text : text + " ! " + getTranslation("draft.scope.mustsOver");
    }

    private LongTable.Page page(int offset, int limit) {
        var choosable = atHand != null ? atHand : choosable();
        var choice = proposal == null ? null : proposal.choice();
        var rows = new ScopeRows(this, getLocale(), desk.view(), choosable, choice, desk.services());
        return LongTable.Page.of(choosable.requirements(), offset, limit, rows::row);
    }

    private Choosable choosable() {
        return desk.services().scoping().choosable(desk.id());
    }

    private void decide(String what, UUID id) {
        var requirement = new RequirementId(id);
        boolean in = what.equals(TAKE);
        new ReasonDialog(
                        getTranslation(in ? "draft.scope.in" : "draft.scope.out", title(requirement)),
                        getTranslation(in ? "draft.scope.in.text" : "draft.scope.out.text"),
                        getTranslation("draft.scope.reason"),
                        getTranslation(in ? "draft.scope.takeIn" : "draft.scope.leaveOut"),
                        reason -> desk.step(
                                seen -> desk.services().scoping().decide(desk.id(), seen, requirement, in, reason)))
                .keptFor("scope/" + desk.id().value() + "/" + id + "/" + in)
                .open();
    }

    private String title(RequirementId requirement) {
        return desk.services().backlog().byIds(List.of(requirement)).stream()
                .map(one -> one.key() + " " + one.title().in(getLocale()))
                .findFirst()
                .orElse("");
    }
}
