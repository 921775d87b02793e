package io.throughline.backlog.ui;

import com.vaadin.flow.component.UI;
import io.throughline.backlog.AreaId;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.RequirementId;
import io.throughline.survey.SurveyVersionId;
import org.springframework.modulith.NamedInterface;

/** The ways into this room. */
@NamedInterface("navigation")
public final class BacklogNavigation {

    public static final String BACKLOG = "backlog";
    public static final String TRIAGE = "backlog/triage";
    static final String NEED = "backlog/need";
    static final String FROM_RESULTS = "backlog/from-results";

    private BacklogNavigation() {}

    public static String areaHref(AreaId area) {
        return BACKLOG + "/" + area.value();
    }

    public static String requirementHref(AreaId area, RequirementId requirement) {
        return areaHref(area) + "/" + requirement.value();
    }

    public static String needHref(NeedId need) {
        return NEED + "/" + need.value();
    }

    /** Where a survey version's items become needs and requirements. */
    public static String fromResultsHref(SurveyVersionId version) {
        return FROM_RESULTS + "/" + version.value();
    }

    public static void navigateToBacklog() {
        UI.getCurrent().navigate(BACKLOG);
    }

    public static void navigateToTriage() {
        UI.getCurrent().navigate(TRIAGE);
    }

    public static void navigateToArea(AreaId area) {
        UI.getCurrent().navigate(areaHref(area));
    }

    public static void navigateToRequirement(AreaId area, RequirementId requirement) {
        UI.getCurrent().navigate(requirementHref(area, requirement));
    }
}
