package io.throughline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource.Waiting;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** What waits for me, and where to begin. */
@Route("")
@PermitAll
class HomeView extends Composite<Div> implements HasDynamicTitle {

    HomeView(CurrentViewer viewers, WhatWaits whatWaits) {
        var viewer = viewers.get();
        getContent()
                .add(
                        new PageHeader(getTranslation("shell.home.greeting", viewer.name())),
                        Kit.columns(waiting(viewer, whatWaits.of(viewer)), begin(viewer)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.section.home");
    }

    private Component waiting(Viewer viewer, List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return Kit.empty(getTranslation("shell.home.nothing"), getTranslation("shell.home.nothing.text"));
        }
        var list = new UnorderedList();
        list.addClassName("tl-list");
        for (var one : waiting) {
            var item = new ListItem(Kit.link(
                    one.href(), getTranslation(one.textKey(), one.arguments().toArray())));
            var due = one.due();
            if (due != null) {
                item.add(Kit.row(Kit.dim(getTranslation("shell.home.until")), new Moment(due, viewer.zone())));
            }
            list.add(item);
        }
        return Kit.card(getTranslation("shell.home.waits"), list);
    }

    /** Where each role most often begins. */
    private Component begin(Viewer viewer) {
        var list = new UnorderedList();
        list.addClassName("tl-list");
        firstSteps(viewer)
                .forEach(step -> list.add(new ListItem(
                        Kit.link(step.href(), getTranslation("shell.begin." + step.key())),
                        Kit.div(
                                "tl-dim",
                                new com.vaadin.flow.component.Text(
                                        getTranslation("shell.begin." + step.key() + ".text"))))));
        return Kit.card(getTranslation("shell.home.begin"), list);
    }

    private static List<Step> firstSteps(Viewer viewer) {
        var steps = new ArrayList<Step>();
        if (viewer.is(Role.CUSTOMER)) {
            steps.add(new Step("tell", "tell-a-need"));
            steps.add(new Step("needs", "my-needs"));
        }
        if (viewer.is(Role.PROJECT_MANAGER)) {
            steps.add(new Step("ask", "surveys"));
            steps.add(new Step("prioritise", "backlog"));
            steps.add(new Step("plan", "projects"));
        }
        if (viewer.is(Role.MANAGER)) {
            steps.add(new Step("decide", "changes"));
            steps.add(new Step("portfolio", "projects"));
        }
        if (viewer.is(Role.TEAM_MEMBER)) {
            steps.add(new Step("work", "projects"));
        }
        if (viewer.is(Role.ADMINISTRATOR)) {
            steps.add(new Step("people", "people"));
        }
        return steps;
    }

    private record Step(String key, String href) {}
}
