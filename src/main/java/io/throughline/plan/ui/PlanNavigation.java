package io.throughline.plan.ui;

import com.vaadin.flow.component.UI;
import io.throughline.plan.DraftId;
import io.throughline.plan.SubmissionId;
import org.springframework.modulith.NamedInterface;

/** Where this room's pages stand. */
@NamedInterface("navigation")
public final class PlanNavigation {

    private static final String PROJECTS = "projects";
    private static final String DRAFTS = "drafts";

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

    public static void navigateToDraft(DraftId draft) {
        UI.getCurrent().navigate(draftHref(draft));
    }
}
