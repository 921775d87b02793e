package io.throughline.backlog;

/** Where this room's pages stand, relative to the application. */
final class BacklogLinks {

    static final String TRIAGE = "backlog/triage";

    private BacklogLinks() {}

    static String area(AreaId area) {
        return "backlog/" + area.value();
    }

    static String requirement(AreaId area, RequirementId requirement) {
        return area(area) + "/" + requirement.value();
    }

    static String need(java.util.UUID need) {
        return "backlog/need/" + need;
    }

    static String line(String kind, java.util.UUID id) {
        return "trace/" + kind + "/" + id;
    }
}
