package io.throughline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource.Waiting;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.SharedResults;
import io.throughline.survey.SharedResults.Shared;
import io.throughline.survey.ui.SurveyNavigation;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What waits for me, and where to begin. */
@Route("")
@PermitAll
class HomeView extends Composite<Div> implements HasDynamicTitle {

    private static final Duration SOON = Duration.ofDays(2);

    private final transient Viewer viewer;
    private final transient Instant now;

    HomeView(CurrentViewer viewers, WhatWaits whatWaits, SharedResults results, Clock clock) {
        viewer = viewers.get();
        now = clock.instant();
        getContent()
                .add(
                        new PageHeader(getTranslation("shell.home.greeting", viewer.name())),
                        Kit.columns(waiting(whatWaits.of(viewer)), begin()));
        if (viewer.is(Role.CUSTOMER)) {
            var shared = results.mine();
            if (!shared.isEmpty()) {
                getContent().add(shared(shared));
            }
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.section.home");
    }

    private Component waiting(List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return Kit.empty(getTranslation("shell.home.nothing"), getTranslation("shell.home.nothing.text"));
        }
        var list = list();
        waiting.forEach(one -> list.add(item(one)));
        return Kit.card(getTranslation("shell.home.waits"), list);
    }

    private Component shared(List<Shared> shared) {
        var list = list();
        shared.forEach(one -> {
            var title = one.title().in(getLocale());
            var when = Kit.row(
                    Kit.dim(getTranslation(one.closed() ? "shell.home.results.closed" : "shell.home.results.open")),
                    new Moment(one.closesAt(), viewer.zone()));
            when.addClassName("tl-due");
            list.add(new ListItem(Kit.link(SurveyNavigation.sharedHref(one.campaign()), title), when));
        });
        return Kit.card(getTranslation("shell.home.results"), list);
    }

    private ListItem item(Waiting one) {
        var item = new ListItem(Kit.link(
                one.href(), getTranslation(one.textKey(), one.arguments().toArray())));
        var due = one.due();
        if (due != null) {
            var line =
                    Kit.row(Kit.dim(getTranslation("shell.home.until")), new Moment(due, viewer.zone()), urgency(due));
            line.addClassName("tl-due");
            item.add(line);
        }
        return item;
    }

    private Component urgency(Instant due) {
        var badge = due.isBefore(now)
                ? new Badge(Tone.BAD, "!", getTranslation("shell.home.over"))
                : new Badge(Tone.WARN, "◷", getTranslation("shell.home.soon"));
        badge.setVisible(due.isBefore(now.plus(SOON)));
        return badge;
    }

    /** Where each role most often begins. */
    private Component begin() {
        var list = list();
        Shortcut.of(viewer).stream()
                .filter(step -> step != Shortcut.PROFILE)
                .forEach(step -> list.add(new ListItem(
                        Kit.link(step.href(), getTranslation(step.key())),
                        Kit.div("tl-dim", new Span(getTranslation(step.key() + ".text"))))));
        return Kit.card(getTranslation("shell.home.begin"), list);
    }

    private static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassName("tl-list");
        // A list without bullets is not announced as a list by every screen reader.
        list.getElement().setAttribute("role", "list");
        return list;
    }
}
