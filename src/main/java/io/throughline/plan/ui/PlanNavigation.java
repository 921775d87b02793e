package io.throughline.plan.ui;

import com.vaadin.flow.component.UI;
import io.throughline.plan.DraftId;
import io.throughline.plan.SubmissionId;
import io.throughline.shared.Id;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.modulith.NamedInterface;

/** Where this room's pages stand. */
@NamedInterface("navigation")
public final class PlanNavigation {

    private static final String PROJECTS = "projects";
    private static final String DRAFTS = "drafts";

    /** The parts of a plan in work; the order of the constants is that of the work. */
    public enum DraftSection {
        SCOPE,
        STAGES,
        SCHEDULE,
        BUDGET,
        DELIVERABLES,
        SETTINGS,
        PEOPLE;

        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The section of this path; the first one if there is none. */
        public static DraftSection at(String path) {
            return Arrays.stream(values())
                    .filter(section -> section.path().equals(path))
                    .findFirst()
                    .orElse(SCOPE);
        }
    }

    private PlanNavigation() {}

    public static String projectsHref() {
        return PROJECTS;
    }

    /** @param key readable, "PRJ-3" */
    public static String projectHref(String key) {
        return PROJECTS + "/" + key;
    }

    /** Where a first plan that was handed in is decided on. */
    public static String approvalHref(String key, SubmissionId submission) {
        return projectHref(key) + "/approval/" + submission.value();
    }

    /** @param number of the baseline, from 1 */
    public static String baselineHref(String key, int number) {
        return projectHref(key) + "/baselines/" + number;
    }

    /** The plan in work: a first plan, or a changed copy of a baseline. */
    public static String draftHref(DraftId draft) {
        return DRAFTS + "/" + draft.value();
    }

    public static String draftHref(DraftId draft, DraftSection section) {
        return draftHref(draft) + "/" + section.path();
    }

    /** One item of the plan in work, opened in its form. */
    public static String draftHref(DraftId draft, DraftSection section, Id item) {
        return draftHref(draft, section) + "?item=" + item.value();
    }

    public static void navigateToDraft(DraftId draft) {
        UI.getCurrent().navigate(draftHref(draft));
    }
}
