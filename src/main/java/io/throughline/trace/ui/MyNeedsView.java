package io.throughline.trace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.backlog.AnswerStatus;
import io.throughline.backlog.Outcome;
import io.throughline.backlog.Outcomes;
import io.throughline.delivery.Acceptances;
import io.throughline.delivery.Deliverables;
import io.throughline.delivery.Handover;
import io.throughline.delivery.ui.DeliveryNavigation;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.ReasonDialog;
import io.throughline.survey.MyResponses;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

/** What became of everything one said: the way back from the project to the customer. */
@Route(TraceNavigation.MY_NEEDS)
@RolesAllowed("CUSTOMER")
class MyNeedsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    /** A card is a dozen components, and a session holds them all. */
    private static final int PAGE = 30;

    private final transient Outcomes outcomes;
    private final transient MyResponses responses;
    private final transient Deliverables deliverables;
    private final transient Acceptances acceptances;
    private final transient CurrentViewer viewer;
    private final Div confirmations = Kit.stack();
    private final Div statuses = Kit.div("tr-statuses");
    private final Div answers = Kit.stack();
    private final Span announcement = new Span();
    private String wanted = "";
    private int shown = PAGE;

    MyNeedsView(
            Outcomes outcomes,
            MyResponses responses,
            Deliverables deliverables,
            Acceptances acceptances,
            CurrentViewer viewer) {
        this.outcomes = outcomes;
        this.responses = responses;
        this.deliverables = deliverables;
        this.acceptances = acceptances;
        this.viewer = viewer;
        announcement.addClassName("tl-visually-hidden");
        announcement.getElement().setAttribute("aria-live", "polite");
        getContent().addClassName("tr-mine");
        getContent()
                .add(
                        new PageHeader(getTranslation("trace.mine"))
                                .below(new Span(getTranslation("trace.mine.text")))
                                .actions(Kit.link("tell-a-need", getTranslation("trace.mine.tell"))),
                        announcement,
                        Kit.stack(confirmations, statuses, answers));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("status")
                .orElse("")
                .toUpperCase(Locale.ROOT);
        shown = PAGE;
        show();
    }

    private void show() {
        var mine = outcomes.mine();
        confirmations.removeAll();
        deliverables.waitingForMe().forEach(handover -> confirmations.add(confirm(handover)));
        deliverables.refusedByMe().forEach(handover -> confirmations.add(refused(handover)));
        statuses.removeAll();
        statuses.add(statuses(mine));
        answers.removeAll();
        if (mine.isEmpty()) {
            answers.add(Kit.empty(
                    getTranslation("trace.mine.empty"),
                    getTranslation("trace.mine.empty.text"),
                    Kit.link("tell-a-need", getTranslation("trace.mine.tell"))));
        }
        responses
                .removed()
                .forEach(one -> answers.add(Kit.dim(getTranslation(
                        "trace.mine.removed", one.title().in(getLocale()), Date.from(one.removedAt())))));
        var chosen = mine.stream()
                .filter(outcome -> wanted.isEmpty() || outcome.status().name().equals(wanted))
                .toList();
        chosen.stream()
                .limit(shown)
                .forEach(outcome ->
                        answers.add(new OutcomeCard(outcome, viewer.get().zone())));
        if (chosen.size() > shown) {
            answers.add(more(chosen.size() - shown));
        }
    }

    private Component more(int left) {
        return new Button(getTranslation("table.more", left), click -> {
            shown += PAGE;
            show();
        });
    }

    /** How many answers stand where, each a link that narrows to them. */
    private List<Component> statuses(List<Outcome> mine) {
        var counted = new EnumMap<AnswerStatus, Integer>(AnswerStatus.class);
        mine.forEach(outcome -> counted.merge(outcome.status(), 1, Integer::sum));
        var links = new ArrayList<Component>();
        if (counted.size() > 1) {
            links.add(status("", getTranslation("trace.all", mine.size())));
            counted.forEach((status, count) ->
                    links.add(status(status.name(), getTranslation("trace.status", Labels.of(this, status), count))));
        }
        return links;
    }

    private Component status(String status, String text) {
        var link = Kit.link(
                TraceNavigation.MY_NEEDS + (status.isEmpty() ? "" : "?status=" + status.toLowerCase(Locale.ROOT)),
                text);
        if (status.equals(wanted)) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private Component confirm(Handover handover) {
        var accept = new Button(getTranslation("trace.accept"), click -> {
            acceptances.accept(handover.id());
            answered(getTranslation("trace.accepted", handover.publicName().in(getLocale())));
        });
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        var refuse = new Button(
                getTranslation("trace.refuse"),
                click -> new ReasonDialog(
                                getTranslation(
                                        "trace.refuse.title",
                                        handover.publicName().in(getLocale())),
                                getTranslation("trace.refuse.text"),
                                getTranslation("trace.refuse.reason"),
                                getTranslation("trace.refuse"),
                                reason -> {
                                    acceptances.refuse(handover.id(), reason);
                                    answered(getTranslation(
                                            "trace.refused",
                                            handover.publicName().in(getLocale())));
                                })
                        .keptFor("refuse/" + handover.id().value())
                        .open());
        var card = Kit.card(
                getTranslation("trace.confirm", handover.publicName().in(getLocale())),
                Kit.row(
                        Kit.dim(handover.projectName().in(getLocale())),
                        new Moment(handover.deliveredAt(), viewer.get().zone())));
        if (!TypedText.showsNothing(handover.note())) {
            card.add(new Div(handover.note()));
        }
        card.add(Kit.row(
                accept,
                refuse,
                Kit.link(DeliveryNavigation.handoverHref(handover.id()), getTranslation("trace.confirm.more"))));
        card.addClassName("tr-confirm");
        return card;
    }

    /** Its answer still says that it is planned: what is to come is handed over again. */
    private Component refused(Handover handover) {
        var card = Kit.card(
                getTranslation("trace.refused.mine", handover.publicName().in(getLocale())),
                Kit.row(Kit.dim(handover.projectName().in(getLocale()))));
        var answer = handover.answer();
        if (answer != null && answer.reason() != null) {
            card.add(Kit.row(
                    new Span(getTranslation("trace.refused.reason", answer.reason())),
                    new Moment(answer.at(), viewer.get().zone())));
        }
        card.add(Kit.row(
                Kit.dim(getTranslation("trace.refused.again")),
                Kit.link(DeliveryNavigation.handoverHref(handover.id()), getTranslation("trace.confirm.more"))));
        return card;
    }

    private void answered(String words) {
        announcement.setText(words);
        Notices.done(words);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("trace.mine");
    }
}
