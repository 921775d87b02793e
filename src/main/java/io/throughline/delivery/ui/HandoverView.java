package io.throughline.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.backlog.Outcome;
import io.throughline.backlog.Outcomes;
import io.throughline.delivery.Deliverables.Page;
import io.throughline.delivery.DeliveryKinds;
import io.throughline.delivery.Handover;
import io.throughline.delivery.HandoverId;
import io.throughline.plan.content.Criterion;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.plan.ui.parts.NeedList;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;

/** Something that was handed over: what was asked, what it is, and whether it is that. Read on a phone most of all. */
@Route("deliverables/:handover")
@RolesAllowed({"CUSTOMER", "PROJECT_MANAGER", "MANAGER", "TEAM_MEMBER"})
class HandoverView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int WORDS = 5;

    private final transient DeliveryPages pages;
    private final transient Outcomes outcomes;
    private String title = "";

    HandoverView(DeliveryPages pages, Outcomes outcomes) {
        this.pages = pages;
        this.outcomes = outcomes;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(HandoverId.parse(event.getRouteParameters().get("handover").orElse("")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private AnswerCard show(HandoverId id) {
        var page = pages.deliverables().page(id);
        var handover = page.handover();
        var answer = new AnswerCard(
                page,
                pages.viewer().get().zone(),
                new AnswerCard.Acts(
                        () -> done(
                                id,
                                "delivery.accepted",
                                () -> pages.acceptances().accept(id)),
                        reason -> done(
                                id,
                                "delivery.refused",
                                () -> pages.acceptances().refuse(id, reason)),
                        (outcome, reason) -> done(
                                id,
                                outcome == Handover.Outcome.ACCEPTED ? "delivery.nobody.accepted" : "delivery.refused",
                                () -> pages.acceptances().answerForNobody(id, outcome, reason))));
        title = handover.publicName().in(getLocale());
        getContent().removeAll();
        getContent().addClassName("delivery-page");
        getContent().add(header(handover));
        if (!customer()) {
            getContent().add(pages.strips().through(this, ObjectRef.of(DeliveryKinds.DELIVERABLE, handover.id())));
        }
        getContent().add(Kit.stack(asked(handover), given(handover, page.criteria()), answer));
        if (page.times().size() > 1) {
            getContent().add(Kit.card(getTranslation("delivery.times"), times(page)));
        }
        return answer;
    }

    private PageHeader header(Handover handover) {
        return new PageHeader(handover.publicName().in(getLocale()))
                .above(above(handover))
                .below(Kit.row(
                        new DeliverableBadge(
                                DeliverableBadge.of(handover),
                                getTranslation("delivery.state." + DeliverableBadge.of(handover))),
                        new Span(getTranslation("delivery.by", name(handover.deliveredBy()))),
                        new Moment(handover.deliveredAt(), pages.viewer().get().zone())));
    }

    private Component above(Handover handover) {
        var name = handover.projectName().in(getLocale());
        if (customer()) {
            return new Span(name);
        }
        var project = pages.projects().project(handover.project());
        return Kit.link(PlanNavigation.projectHref(project.key()), project.key() + " " + name);
    }

    /** To a customer their own words and answers; to others the needs, with as many words as they may read. */
    private Component asked(Handover handover) {
        if (!customer()) {
            var voices = pages.behind().voices(handover.needs(), WORDS);
            return Kit.card(
                    getTranslation("delivery.asked"),
                    voices.isEmpty()
                            ? new Paragraph(getTranslation("delivery.asked.nobody"))
                            : new NeedList(voices, voice -> List.of()));
        }
        var card = Kit.card(getTranslation("delivery.asked.you"));
        var mine = outcomes.mine().stream()
                .filter(outcome -> outcome.requirements().stream()
                        .anyMatch(one -> handover.requirements().contains(one.id())))
                .toList();
        if (mine.isEmpty()) {
            card.add(new Paragraph(getTranslation("delivery.asked.yours")));
        }
        mine.forEach(outcome -> card.add(said(outcome)));
        return card;
    }

    private Component said(Outcome outcome) {
        var survey = outcome.survey();
        var source = survey == null ? getTranslation("delivery.said.box") : survey.in(getLocale());
        var said = outcome.said().in(getLocale());
        return Kit.quote(outcome.ownWords() ? said : getTranslation("delivery.said.item", said), source);
    }

    private Component given(Handover handover, List<Criterion> criteria) {
        var card = Kit.card(getTranslation("delivery.given"));
        if (!TypedText.showsNothing(handover.note())) {
            var note = new Paragraph(handover.note());
            note.addClassName("delivery-note");
            card.add(note);
        }
        if (!criteria.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("delivery-criteria");
            criteria.forEach(criterion -> list.add(new ListItem(criterion.text())));
            card.add(new Paragraph(getTranslation("delivery.criteria")), list);
        }
        return card;
    }

    private Component times(Page page) {
        var list = new UnorderedList();
        list.addClassName("tl-list");
        for (var time : page.times()) {
            var text = getTranslation("delivery.handover.n", time.number());
            var item = new ListItem(Kit.row(
                    time.id().equals(page.handover().id())
                            ? new Span(text)
                            : Kit.link(DeliveryNavigation.handoverHref(time.id()), text),
                    new Moment(time.deliveredAt(), pages.viewer().get().zone()),
                    new DeliverableBadge(
                            DeliverableBadge.of(time), getTranslation("delivery.state." + DeliverableBadge.of(time)))));
            var answer = time.answer();
            var reason = answer == null ? null : answer.reason();
            if (answer != null && reason != null && !TypedText.showsNothing(reason)) {
                item.add(Kit.quote(reason, getTranslation(AnswerCard.by(answer))));
            }
            list.add(item);
        }
        return list;
    }

    /** Shows the page as it is afterwards, also when somebody else was faster. */
    private void done(HandoverId id, String told, Runnable act) {
        try {
            act.run();
        } catch (DomainException refusal) {
            show(id);
            throw refusal;
        }
        show(id).focus();
        Notices.done(getTranslation(told));
    }

    private String name(PersonId person) {
        return pages.people().names(List.of(person)).values().stream().collect(Collectors.joining());
    }

    private boolean customer() {
        return pages.viewer().get().is(Role.CUSTOMER);
    }
}
