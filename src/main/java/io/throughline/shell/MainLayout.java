package io.throughline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ShortcutEventListener;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.throughline.people.Profiles;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Viewer;
import io.throughline.shared.ui.Kit;
import org.jspecify.annotations.Nullable;

/** The frame around every page: navigation by room with what waits, the palette, and who is signed in. */
@Layout
@AnonymousAllowed
@JsModule("context://frontend/shell.js")
@JsModule("context://frontend/notices.js")
class MainLayout extends Composite<Div> implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {

    private final transient WhatWaits whatWaits;
    private final transient CurrentViewer viewers;
    private final transient PaletteSearch search;
    private final transient Profiles profiles;
    private final Main main = new Main();
    private final Navigation navigation = new Navigation();
    private @Nullable Class<?> shown;

    MainLayout(CurrentViewer viewers, WhatWaits whatWaits, PaletteSearch search, Profiles profiles) {
        this.viewers = viewers;
        this.whatWaits = whatWaits;
        this.search = search;
        this.profiles = profiles;
        getContent().addClassName("tl-app");
        main.addClassName("tl-main");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        viewers.find().ifPresent(viewer -> {
            if (viewer.roles().isEmpty()) {
                furnishBare();
            } else {
                furnish(viewer);
            }
        });
        getContent().add(main);
    }

    /**
     * Another page is read from its top. The same page with another parameter stays where it is, and what a page does of
     * its own, to show or focus something, comes after this.
     */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var next = event.getNavigationTarget();
        if (!next.equals(shown) && event.getTrigger() != NavigationTrigger.PAGE_LOAD) {
            main.getElement().executeJs("this.dispatchEvent(new Event('tl-arrived', { bubbles: true }))");
        }
        shown = next;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.removeAll();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        navigation.at(event.getLocation().getPath());
        viewers.find()
                .filter(viewer -> !viewer.roles().isEmpty())
                .ifPresent(viewer -> navigation.count(whatWaits.of(viewer)));
    }

    /** For who came by a personal link: one response, and the way out. */
    private void furnishBare() {
        var out = new Anchor("logout", getTranslation("shell.sign-out"));
        out.setRouterIgnore(true);
        var head = new Header(Kit.div("tl-brand", new Span("Throughline")), out);
        head.addClassName("tl-head");
        getContent().addClassName("tl-app-bare");
        getContent().add(head);
    }

    private void furnish(Viewer viewer) {
        var skip = new Anchor("#main", getTranslation("shell.skip"));
        skip.addClassName("tl-skip");
        skip.setRouterIgnore(true);
        navigation.show(viewer);
        getContent().add(skip, navigation, head(viewer));
        onPaletteKey(KeyModifier.CONTROL);
        onPaletteKey(KeyModifier.META);
    }

    private Component head(Viewer viewer) {
        var menu = new NativeButton("☰");
        menu.addClassNames("tl-menu-button", "tl-tool");
        menu.setAriaLabel(getTranslation("shell.menu"));
        menu.getElement().setAttribute("aria-expanded", "false").setAttribute("aria-controls", Navigation.ID);
        var words = new Span(getTranslation("shell.find"));
        var key = new HtmlContainer("kbd");
        key.setText("Ctrl K");
        key.getElement().setAttribute("aria-hidden", "true");
        var find = new NativeButton("", click -> openPalette());
        find.addClassName("tl-find");
        find.add(words, key);
        var head = new Header(menu, find, Kit.div("tl-spring"), new UserMenu(viewer, profiles));
        head.addClassName("tl-head");
        return head;
    }

    private void onPaletteKey(KeyModifier modifier) {
        ShortcutEventListener open = event -> openPalette();
        Shortcuts.addShortcutListener(getContent(), open, Key.KEY_K, modifier).setBrowserDefaultAllowed(false);
    }

    private void openPalette() {
        if (UI.getCurrent().getChildren().noneMatch(Palette.class::isInstance)) {
            new Palette(search).open();
        }
    }
}
