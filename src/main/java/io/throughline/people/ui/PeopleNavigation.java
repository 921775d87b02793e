package io.throughline.people.ui;

import com.vaadin.flow.component.UI;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import org.springframework.modulith.NamedInterface;

/** The ways into this room. */
@NamedInterface("navigation")
public final class PeopleNavigation {

    public static final String LOGIN = "login";
    public static final String PROFILE = "profile";
    public static final String PEOPLE = "people";
    public static final String ORGANISATIONS = "organisations";

    static final String FORGOT = "forgot-password";
    static final String LINK = "link";
    static final String NEW = "new";
    public static final String IMPORT = "people/import";

    /** Who of those known by an import only has an account: a page of the room that knows of them. */
    public static final String IMPORTED = "people/imported";

    private PeopleNavigation() {}

    public static String personHref(PersonId id) {
        return PEOPLE + "/" + id.value();
    }

    public static String organisationHref(OrganisationId id) {
        return ORGANISATIONS + "/" + id.value();
    }

    public static void navigateToPerson(PersonId id) {
        UI.getCurrent().navigate(personHref(id));
    }

    public static void navigateToOrganisation(OrganisationId id) {
        UI.getCurrent().navigate(organisationHref(id));
    }
}
