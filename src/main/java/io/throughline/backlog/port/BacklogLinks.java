package io.throughline.backlog.port;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.RequirementId;

/** Where this room's pages stand, relative to the application. */
public final class BacklogLinks {

    static final String TRIAGE = "backlog/triage";

    /** Where customers see what became of their words. */
    static final String OWN_NEEDS = "my-needs";

    private BacklogLinks() {}

    public static String area(AreaId area) {
        return "backlog/" + area.value();
    }

    public static String requirement(AreaId area, RequirementId requirement) {
        return area(area) + "/" + requirement.value();
    }

    public static String need(java.util.UUID need) {
        return "backlog/need/" + need;
    }

    /** Who answered a survey and what came of it; open to whoever works on the backlog. */
    static String results(java.util.UUID survey) {
        return "surveys/" + survey;
    }

    public static String line(String kind, java.util.UUID id) {
        return "trace/" + kind + "/" + id;
    }
}
