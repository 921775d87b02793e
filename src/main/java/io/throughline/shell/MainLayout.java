package io.throughline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Viewer;
import io.throughline.shared.ui.Kit;
import java.util.EnumMap;
import java.util.Map;

/** The frame around every page: navigation by room with what waits, the palette, and who is signed in. */
@Layout
@AnonymousAllowed
class MainLayout extends Composite<Div> implements RouterLayout, AfterNavigationObserver {

    private final transient WhatWaits whatWaits;
    private final transient CurrentViewer viewers;
    private final transient PaletteSearch search;
    private final Main main = new Main();
    private final Nav nav = new Nav();
    private final Map<Section, Anchor> entries = new EnumMap<>(Section.class);
    private final Map<Section, Span> counters = new EnumMap<>(Section.class);

    MainLayout(CurrentViewer viewers, WhatWaits whatWaits, PaletteSearch search) {
        this.viewers = viewers;
        this.whatWaits = whatWaits;
        this.search = search;
        getContent().addClassName("tl-app");
        main.addClassName("tl-main");
        main.setId("main");
        viewers.find().ifPresent(this::furnish);
        getContent().add(main);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.removeAll();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getContent().removeClassName("tl-open");
        var path = event.getLocation().getPath();
        entries.forEach((section, link) -> {
            if (section.holds(path)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        viewers.find().ifPresent(this::count);
    }

    private void furnish(Viewer viewer) {
        var skip = new Anchor("#main", getTranslation("shell.skip"));
        skip.addClassName("tl-skip");
        skip.setRouterIgnore(true);
        getContent().add(skip, navigation(viewer), head(viewer));
        var open = (com.vaadin.flow.component.ShortcutEventListener) event -> openPalette();
        Shortcuts.addShortcutListener(getContent(), open, Key.KEY_K, KeyModifier.CONTROL)
                .setBrowserDefaultAllowed(false);
        Shortcuts.addShortcutListener(getContent(), open, Key.KEY_K, KeyModifier.META)
                .setBrowserDefaultAllowed(false);
    }

    private Nav navigation(Viewer viewer) {
        nav.addClassName("tl-nav");
        nav.setAriaLabel(getTranslation("shell.navigation"));
        nav.add(Kit.div("tl-brand", new Span("Throughline")));
        for (var section : Section.of(viewer)) {
            var counter = new Span();
            counter.addClassName("tl-count");
            var link = Kit.link(section.href(), "");
            link.add(new Span(getTranslation("shell.section." + section.key())), counter);
            entries.put(section, link);
            counters.put(section, counter);
            nav.add(link);
        }
        return nav;
    }

    private Header head(Viewer viewer) {
        var menu = new NativeButton("☰", click -> {
            var open = getContent().hasClassName("tl-open");
            getContent().setClassName("tl-open", !open);
            click.getSource().getElement().setAttribute("aria-expanded", String.valueOf(!open));
        });
        menu.addClassNames("tl-menu-button", "tl-find");
        menu.getStyle().set("flex", "none");
        menu.setAriaLabel(getTranslation("shell.menu"));
        menu.getElement().setAttribute("aria-expanded", "false");
        var find = new NativeButton("", click -> openPalette());
        find.addClassName("tl-find");
        find.add(new Span(getTranslation("shell.find")), shortcut());
        var head = new Header(menu, find, Kit.div("tl-spring"), who(viewer));
        head.addClassName("tl-head");
        return head;
    }

    private Component who(Viewer viewer) {
        var profile = Kit.link("profile", viewer.name());
        var out = new Anchor("logout", getTranslation("shell.sign-out"));
        out.setRouterIgnore(true);
        return Kit.row(profile, out);
    }

    private static Component shortcut() {
        var key = new com.vaadin.flow.component.HtmlContainer("kbd");
        key.setText("Ctrl K");
        return key;
    }

    private void openPalette() {
        new Palette(viewers.get(), search).open();
    }

    private void count(Viewer viewer) {
        var waiting = whatWaits.of(viewer);
        counters.forEach((section, counter) -> {
            var count = section == Section.HOME
                    ? waiting.size()
                    : waiting.stream()
                            .filter(w -> w.section().equals(section.key()))
                            .count();
            counter.setText(count == 0 ? "" : String.valueOf(count));
            counter.getElement().setAttribute("aria-label", getTranslation("shell.waiting", count));
            counter.setVisible(count > 0);
        });
    }
}
