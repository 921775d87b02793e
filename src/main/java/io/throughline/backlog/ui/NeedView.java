package io.throughline.backlog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.ExpressionRow;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.NeedSummary;
import io.throughline.backlog.Needs;
import io.throughline.backlog.Triage;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One need: its wording, who said it, what serves it, and what it was merged with. */
@Route(BacklogNavigation.NEED + "/:need([0-9a-fA-F-]{36})")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class NeedView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST_WORDS = 100;

    private final transient Needs needs;
    private final transient Triage triage;
    private final transient CurrentViewer viewer;
    private final boolean edits;
    private String title = "";

    NeedView(Needs needs, Triage triage, CurrentViewer viewer) {
        this.needs = needs;
        this.triage = triage;
        this.viewer = viewer;
        this.edits = viewer.get().is(Role.PROJECT_MANAGER);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(NeedId.parse(event.getRouteParameters().get("need").orElse("")));
    }

    private void show(NeedId id) {
        var need = needs.detail(id);
        title = need.key() + " " + need.title().in(getLocale());
        var header = new PageHeader(title)
                .above(Kit.link(BacklogNavigation.BACKLOG, getTranslation("backlog.title")))
                .below(Kit.row(
                        new Span(getTranslation("backlog.needs.words", need.expressions())),
                        Kit.link("trace/" + BacklogKinds.NEED + "/" + id.value(), getTranslation("backlog.strip"))));
        if (edits) {
            header.actions(new Button(getTranslation("backlog.need.reword"), click -> reword(need)));
        }
        getContent().removeAll();
        getContent().add(header, Kit.stack(mergedInto(need), requirements(need), merging(need), words(id)));
    }

    private Component mergedInto(Needs.Detail need) {
        var into = need.mergedInto();
        if (into == null) {
            return new Div();
        }
        var card = Kit.card(Kit.row(
                new Span(getTranslation("backlog.merge.into")),
                Kit.link(BacklogNavigation.needHref(into.id()), named(into))));
        if (edits) {
            card.add(new Button(getTranslation("backlog.merge.undo"), click -> {
                needs.unmerge(need.id());
                show(need.id());
                Notices.done(getTranslation("backlog.merge.undone", need.key()));
            }));
        }
        return card;
    }

    private Component requirements(Needs.Detail need) {
        if (need.requirements().isEmpty()) {
            return Kit.card(
                    getTranslation("backlog.need.requirements"), Kit.dim(getTranslation("backlog.need.unserved")));
        }
        var list = list();
        need.requirements()
                .forEach(r -> list.add(new ListItem(Kit.link(
                        "trace/" + BacklogKinds.REQUIREMENT + "/" + r.id().value(),
                        r.key() + " " + r.title().in(getLocale())))));
        return Kit.card(getTranslation("backlog.need.requirements"), list);
    }

    /** The needs that turned out to be this one, and the way to say so of this one. */
    private Component merging(Needs.Detail need) {
        var card = Kit.card(getTranslation("backlog.merge"));
        var list = list();
        for (var merged : need.merged()) {
            var row = Kit.row(Kit.link(BacklogNavigation.needHref(merged.id()), named(merged)));
            if (edits) {
                var undo = new Button(getTranslation("backlog.merge.undo"), click -> {
                    needs.unmerge(merged.id());
                    show(need.id());
                    Notices.done(getTranslation("backlog.merge.undone", merged.key()));
                });
                undo.setAriaLabel(getTranslation("backlog.merge.undo.one", merged.key()));
                row.add(undo);
            }
            list.add(new ListItem(row));
        }
        card.add(list);
        if (edits && need.mergedInto() == null) {
            card.add(merge(need));
        }
        card.setVisible(edits || !need.merged().isEmpty());
        return card;
    }

    private Component merge(Needs.Detail need) {
        var other = NeedChoice.of(needs, getTranslation("backlog.merge.other"));
        other.setHelperText(getTranslation("backlog.merge.help"));
        var go = new Button(getTranslation("backlog.merge.go"), click -> {
            if (other.getValue() == null) {
                other.focus();
                return;
            }
            needs.merge(need.id(), need.version(), other.getValue().id());
            getUI().ifPresent(ui ->
                    ui.navigate(BacklogNavigation.needHref(other.getValue().id())));
            Notices.undoable(
                    this,
                    getTranslation(
                            "backlog.merge.done", need.key(), other.getValue().key()),
                    () -> {
                        needs.unmerge(need.id());
                        com.vaadin.flow.component.UI.getCurrent().navigate(BacklogNavigation.needHref(need.id()));
                    });
        });
        return Kit.stack(other, new Div(go));
    }

    private Component words(NeedId id) {
        var card = Kit.card(getTranslation("backlog.need.words"));
        List<ExpressionRow> said = triage.of(id, MOST_WORDS);
        if (said.isEmpty()) {
            card.add(Kit.dim(getTranslation("backlog.need.words.none")));
        }
        for (var row : said) {
            var line = Kit.row(Speaker.when(row, viewer.get().zone()));
            if (edits) {
                line.add(new Button(getTranslation("backlog.need.takeBack"), click -> {
                    triage.takeBack(row.id(), row.version());
                    show(id);
                    Notices.done(getTranslation("backlog.need.takenBack"));
                }));
            }
            card.add(Kit.quote(row.words(), Speaker.of(this, row)), line);
        }
        return card;
    }

    private void reword(Needs.Detail need) {
        new NameDialog(
                        getTranslation("backlog.need.reword"),
                        getTranslation("backlog.need.title"),
                        need.title().in(getLocale()),
                        words -> {
                            needs.reword(need.id(), need.version(), reworded(need.title(), words));
                            show(need.id());
                        })
                .open();
    }

    private LocalizedText reworded(LocalizedText title, String words) {
        return title.with(getLocale(), words.strip());
    }

    private String named(NeedSummary need) {
        return need.key() + " " + need.title().in(getLocale());
    }

    private static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassName("tl-list");
        return list;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
