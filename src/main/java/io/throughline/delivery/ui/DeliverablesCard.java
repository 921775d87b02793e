package io.throughline.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.delivery.DeliverableState;
import io.throughline.delivery.Deliverables;
import io.throughline.plan.ProjectDetail;
import io.throughline.plan.content.Deliverable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.Written;

/** The deliverables of a project with their state; its managers hand them over here. */
class DeliverablesCard extends Composite<Section> {

    private static final int WORDS = 2;
    private static final int SHOWN = 20;

    private final transient DeliveryPages pages;
    private final transient ProjectDetail project;
    private final H2 heading = new H2();
    private boolean all;

    DeliverablesCard(DeliveryPages pages, ProjectDetail project) {
        this.pages = pages;
        this.project = project;
        heading.setText(getTranslation("project.deliverables"));
        heading.getElement().setAttribute("tabindex", "-1");
        getContent().addClassNames("tl-card", "delivery-card");
        show();
    }

    private void show() {
        var list = new UnorderedList();
        list.addClassName("tl-list");
        var rows = pages.deliverables().ofProject(project.id());
        rows.stream().limit(all ? rows.size() : SHOWN).forEach(row -> list.add(item(row)));
        getContent().removeAll();
        getContent().add(heading, rows.isEmpty() ? Kit.dim(getTranslation("delivery.none")) : list);
        if (!all && rows.size() > SHOWN) {
            getContent().add(new Button(getTranslation("delivery.all", rows.size()), click -> {
                all = true;
                show();
                heading.getElement().executeJs("this.focus()");
            }));
        }
    }

    private ListItem item(Deliverables.Row row) {
        var title = new Span(row.deliverable().title());
        title.addClassName("delivery-title");
        var head = Kit.row(title, new DeliverableBadge(row.state(), Labels.of(this, row.state())));
        var finish = row.finish();
        if (finish != null) {
            head.add(Kit.dim(getTranslation("delivery.ready", Written.date(finish, getLocale()))));
        }
        var item = new ListItem(head);
        var criteria = row.deliverable().criteria();
        if (!criteria.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("plan-criteria");
            criteria.forEach(criterion -> list.add(new ListItem(criterion.text())));
            item.add(list);
        }
        item.add(last(row));
        return item;
    }

    private Component last(Deliverables.Row row) {
        var line = Kit.row();
        var handover = row.handover();
        if (handover != null) {
            line.add(
                    Kit.link(
                            DeliveryNavigation.handoverHref(handover.id()),
                            getTranslation("delivery.handover.n", handover.number())),
                    new Moment(handover.deliveredAt(), pages.viewer().get().zone()));
            var answer = handover.answer();
            var reason = answer == null ? null : answer.reason();
            if (row.state() == DeliverableState.REFUSED && answer != null && reason != null) {
                line.add(Kit.quote(reason, getTranslation(AnswerCard.by(answer))));
            }
        }
        boolean open = row.state() == DeliverableState.PLANNED || row.state() == DeliverableState.REFUSED;
        if (open && project.access().manages()) {
            var deliver = new Button(getTranslation("delivery.deliver"), click -> ask(row.deliverable()));
            deliver.setAriaLabel(
                    getTranslation("delivery.deliver.which", row.deliverable().title()));
            line.add(deliver);
        }
        return line;
    }

    private void ask(Deliverable deliverable) {
        var goesTo = pages.deliverables().goesTo(project.id(), deliverable.id());
        new DeliverDialog(
                        deliverable,
                        pages.behind().voices(goesTo.needs(), WORDS),
                        goesTo.anybody(),
                        note -> deliver(deliverable, goesTo.anybody(), note))
                .open();
    }

    private void deliver(Deliverable deliverable, boolean anybody, String note) {
        pages.deliverables().deliver(project.id(), deliverable.id(), note);
        show();
        heading.getElement().executeJs("this.focus()");
        Notices.done(getTranslation(
                anybody ? "delivery.delivered" : "delivery.delivered.nobody",
                deliverable.publicName().in(getLocale())));
    }
}
