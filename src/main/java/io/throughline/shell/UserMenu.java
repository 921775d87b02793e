package io.throughline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.ColorScheme;
import io.throughline.people.AccountPrincipal;
import io.throughline.people.Profiles;
import io.throughline.people.Theme;
import io.throughline.people.ui.PeopleNavigation;
import io.throughline.shared.Viewer;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in: their profile, the colours, the way out. The browser opens and closes it. */
class UserMenu extends Composite<Div> {

    private static final String ID = "user-menu";

    private final transient Profiles profiles;
    private final Map<Theme, NativeButton> themes = new EnumMap<>(Theme.class);

    UserMenu(Viewer viewer, Profiles profiles) {
        this.profiles = profiles;
        getContent().addClassName("tl-user");
        getContent().add(button(viewer), menu(viewer));
        press(theme());
    }

    private Component button(Viewer viewer) {
        var initials = new Span(initials(viewer.name()));
        initials.addClassName("tl-user-initials");
        initials.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(viewer.name());
        name.addClassName("tl-user-name");
        var button = new NativeButton();
        button.addClassName("tl-tool");
        button.setAriaLabel(getTranslation("shell.user", viewer.name()));
        button.getElement().setAttribute("popovertarget", ID);
        button.add(initials, name);
        return button;
    }

    private Component menu(Viewer viewer) {
        var who = Kit.div("tl-user-who", new Span(viewer.name()), Kit.dim(roles(viewer)));
        var out = new Anchor("logout", getTranslation("shell.sign-out"));
        out.setRouterIgnore(true);
        var menu = Kit.div(
                "tl-user-menu",
                who,
                Kit.link(PeopleNavigation.PROFILE, getTranslation("people.profile.title")),
                colours(),
                out);
        menu.setId(ID);
        menu.getElement().setAttribute("popover", "auto");
        return menu;
    }

    private Component colours() {
        var group = Kit.div("tl-segments");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", getTranslation("people.profile.theme"));
        for (var theme : Theme.values()) {
            var button = new NativeButton(Labels.of(this, theme), click -> choose(theme));
            themes.put(theme, button);
            group.add(button);
        }
        return group;
    }

    private void choose(Theme theme) {
        var mine = profiles.mine();
        profiles.prefer(mine.version(), mine.language(), theme, mine.zone());
        UI.getCurrent()
                .getPage()
                .setColorScheme(
                        switch (theme) {
                            case SYSTEM -> ColorScheme.Value.LIGHT_DARK;
                            case LIGHT -> ColorScheme.Value.LIGHT;
                            case DARK -> ColorScheme.Value.DARK;
                        });
        press(theme);
    }

    private void press(Theme chosen) {
        themes.forEach(
                (theme, button) -> button.getElement().setAttribute("aria-pressed", String.valueOf(theme == chosen)));
    }

    private String roles(Viewer viewer) {
        return viewer.roles().stream()
                .sorted()
                .map(role -> Labels.of(this, role))
                .collect(Collectors.joining(", "));
    }

    private static Theme theme() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AccountPrincipal principal
                ? principal.theme()
                : Theme.SYSTEM;
    }

    /** Of the first and the last word. */
    private static String initials(String name) {
        var letters = Arrays.stream(name.split("\\s+"))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .toList();
        return letters.size() < 2 ? String.join("", letters) : letters.getFirst() + letters.getLast();
    }
}
