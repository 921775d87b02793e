package io.throughline.plan.port;

import io.throughline.plan.SubmissionId;

/** Addresses of this room's pages, relative to the application. */
final class PlanLinks {

    private PlanLinks() {}

    static String project(String key) {
        return "projects/" + key;
    }

    static String approval(String key, SubmissionId submission) {
        return "projects/" + key + "/approval/" + submission.value();
    }

    static String baseline(String key, int number) {
        return "projects/" + key + "/baselines/" + number;
    }
}
