package io.throughline.trace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.backlog.Outcomes;
import io.throughline.delivery.Deliverables;
import io.throughline.delivery.Handover;
import io.throughline.delivery.ui.DeliveryNavigation;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.ReasonDialog;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What became of everything one said: the way back from the project to the customer. */
@Route(TraceNavigation.MY_NEEDS)
@RolesAllowed("CUSTOMER")
class MyNeedsView extends Composite<Div> implements HasDynamicTitle {

    private final transient Outcomes outcomes;
    private final transient Deliverables deliverables;
    private final transient CurrentViewer viewer;
    private final Div answers = Kit.stack();
    private final Span announcement = new Span();

    MyNeedsView(Outcomes outcomes, Deliverables deliverables, CurrentViewer viewer) {
        this.outcomes = outcomes;
        this.deliverables = deliverables;
        this.viewer = viewer;
        announcement.addClassName("tl-visually-hidden");
        announcement.getElement().setAttribute("aria-live", "polite");
        getContent()
                .add(
                        new PageHeader(getTranslation("trace.mine"))
                                .below(new Span(getTranslation("trace.mine.text")))
                                .actions(Kit.link("tell-a-need", getTranslation("trace.mine.tell"))),
                        announcement,
                        answers);
        show();
    }

    private void show() {
        answers.removeAll();
        deliverables.waitingForMe().forEach(handover -> answers.add(confirm(handover)));
        var mine = outcomes.mine();
        if (mine.isEmpty()) {
            answers.add(Kit.empty(getTranslation("trace.mine.empty"), getTranslation("trace.mine.empty.text")));
        }
        mine.forEach(outcome -> answers.add(card(outcome)));
    }

    private Component confirm(Handover handover) {
        var accept = new Button(getTranslation("trace.accept"), click -> {
            deliverables.accept(handover.id());
            answered(getTranslation("trace.accepted", handover.publicName()));
        });
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        var refuse = new Button(
                getTranslation("trace.refuse"),
                click -> new ReasonDialog(
                                getTranslation("trace.refuse.title", handover.publicName()),
                                getTranslation("trace.refuse.text"),
                                getTranslation("trace.refuse.reason"),
                                getTranslation("trace.refuse"),
                                reason -> {
                                    deliverables.refuse(handover.id(), reason);
                                    answered(getTranslation("trace.refused", handover.publicName()));
                                })
                        .open());
        var card = Kit.card(
                getTranslation("trace.confirm", handover.publicName()),
                Kit.row(
                        Kit.dim(handover.projectName().in(getLocale())),
                        new Moment(handover.deliveredAt(), viewer.get().zone())));
        if (!handover.note().isBlank()) {
            card.add(new Div(handover.note()));
        }
        card.add(
                Kit.link(DeliveryNavigation.handoverHref(handover.id()), getTranslation("trace.confirm.more")),
                Kit.row(accept, refuse));
        card.addClassName("tr-confirm");
        return card;
    }

    private void answered(String words) {
        announcement.setText(words);
        Notices.done(words);
        show();
    }

    private Component card(Outcomes.Outcome outcome) {
        var survey = outcome.survey();
        var source = survey == null ? getTranslation("trace.said.box") : survey.in(getLocale());
        var said = outcome.said().in(getLocale());
        Component words = outcome.ownWords()
                ? Kit.quote(said, source)
                : Kit.div("tr-item", new Span(getTranslation("trace.said.item", said)), Kit.dim(source));
        var card = Kit.card(Kit.row(
                new StatusBadge(outcome.status()),
                new Moment(outcome.at(), viewer.get().zone())));
        card.add(words);
        var need = outcome.need();
        if (need != null) {
            card.add(new Div(getTranslation("trace.joined", need.in(getLocale()))));
        }
        if (outcome.reason() != null) {
            card.add(new Div(getTranslation("trace.reason", outcome.reason())));
        }
        if (!outcome.requirements().isEmpty()) {
            card.add(requirements(outcome.requirements()));
        }
        return card;
    }

    private Component requirements(List<Outcomes.Published> requirements) {
        var list = new UnorderedList();
        list.addClassName("tl-list");
        for (var one : requirements) {
            var item = new ListItem(
                    Kit.row(new StatusBadge(one.status()), new Span(one.title().in(getLocale()))));
            var project = one.projectName();
            if (project != null && one.from() != null && one.to() != null) {
                item.add(Kit.dim(getTranslation(
                        "trace.planned", project, Dates.of(one.from(), getLocale()), Dates.of(one.to(), getLocale()))));
            }
            var text = one.text();
            if (text != null) {
                item.add(Kit.quote(text.in(getLocale()), getTranslation("trace.why")));
            }
            list.add(item);
        }
        return list;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("trace.mine");
    }
}
