package io.throughline.shell;

import io.throughline.audit.ui.AuditNavigation;
import io.throughline.notice.ui.NoticeNavigation;
import io.throughline.people.ui.PeopleNavigation;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.trace.ui.TraceNavigation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An entry of the navigation, in the order data flows through the house. */
enum Section {
    HOME("", Role.values()),
    NEEDS(TraceNavigation.MY_NEEDS, Role.CUSTOMER),
    SURVEYS("surveys", Role.PROJECT_MANAGER, Role.MANAGER),
    BACKLOG("backlog", Role.PROJECT_MANAGER, Role.MANAGER),
    PROJECTS("projects", Role.PROJECT_MANAGER, Role.MANAGER, Role.TEAM_MEMBER),
    CHANGES("changes", Role.PROJECT_MANAGER, Role.MANAGER),
    PEOPLE(PeopleNavigation.PEOPLE, Role.ADMINISTRATOR),
    ORGANISATIONS(PeopleNavigation.ORGANISATIONS, Role.ADMINISTRATOR, Role.MANAGER),
    OUTBOX(NoticeNavigation.OUTBOX, Role.ADMINISTRATOR),
    AUDIT(AuditNavigation.ROUTE, Role.values());

    private final String href;
    private final Set<Role> roles;

    Section(String href, Role... roles) {
        this.href = href;
        this.roles = EnumSet.copyOf(List.of(roles));
    }

    String href() {
        return href;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isFor(Viewer viewer) {
        return viewer.roles().stream().anyMatch(roles::contains);
    }

    /** Whether a page at this path belongs to the section. */
    boolean holds(String path) {
        // A plan in work has an address of its own; it belongs to its project.
        var place = path.startsWith("drafts/") ? PROJECTS.href : path;
        return href.isEmpty() ? place.isEmpty() : place.equals(href) || place.startsWith(href + "/");
    }

    static List<Section> of(Viewer viewer) {
        return Arrays.stream(values()).filter(section -> section.isFor(viewer)).toList();
    }
}
