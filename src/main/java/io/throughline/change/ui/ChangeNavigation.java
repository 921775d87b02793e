package io.throughline.change.ui;

import com.vaadin.flow.component.UI;
import org.springframework.modulith.NamedInterface;

/** Where this room's pages stand. */
@NamedInterface("navigation")
public final class ChangeNavigation {

    static final String CHANGES = "changes";
    /** What is looked for among them. */
    static final String QUERY = "q";

    static final String PROPOSE = "changes/new";
    /** The change whose words a new proposal begins with. */
    static final String AGAIN = "again";

    private ChangeNavigation() {}

    public static String changesHref() {
        return CHANGES;
    }

    /** @param words looked for: in titles, keys and projects */
    static String foundHref(String words) {
        return CHANGES + "?" + QUERY + "=" + words;
    }

    /** @param key readable, "CR-7" */
    public static String changeHref(String key) {
        return CHANGES + "/" + key;
    }

    /** @param project its key, "PRJ-3" */
    public static String proposeHref(String project) {
        return PROPOSE + "/" + project;
    }

    /** A change whose baseline moved on, proposed anew in the same words. */
    static String proposeAgainHref(String project, String change) {
        return proposeHref(project) + "?" + AGAIN + "=" + change;
    }

    public static void navigateToChange(String key) {
        UI.getCurrent().navigate(changeHref(key));
    }
}
