package io.throughline.shell;

import io.throughline.people.ui.PeopleNavigation;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.trace.ui.TraceNavigation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What people most often come to do: home offers the first ones of each role, the palette all of them. */
enum Shortcut {
    TELL("tell-a-need", Role.CUSTOMER),
    NEEDS(TraceNavigation.MY_NEEDS, Role.CUSTOMER),
    ASK("surveys", Role.PROJECT_MANAGER),
    PRIORITISE("backlog", Role.PROJECT_MANAGER),
    PLAN("projects", Role.PROJECT_MANAGER),
    DECIDE("changes", Role.MANAGER),
    PORTFOLIO("projects", Role.MANAGER),
    WORK("projects", Role.TEAM_MEMBER),
    PEOPLE(PeopleNavigation.PEOPLE + "/new", Role.ADMINISTRATOR),
    IMPORT(PeopleNavigation.IMPORT, Role.ADMINISTRATOR),
    PROFILE(PeopleNavigation.PROFILE, Role.values());

    private final String href;
    private final Set<Role> roles;

    Shortcut(String href, Role... roles) {
        this.href = href;
        this.roles = EnumSet.copyOf(List.of(roles));
    }

    String href() {
        return href;
    }

    String key() {
        return "shell.begin." + name().toLowerCase(Locale.ROOT);
    }

    static List<Shortcut> of(Viewer viewer) {
        return Arrays.stream(values())
                .filter(one -> viewer.roles().stream().anyMatch(one.roles::contains))
                .toList();
    }
}
