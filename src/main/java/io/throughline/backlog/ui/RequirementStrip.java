package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.EvidenceEntry;
import io.throughline.backlog.NeedSummary;
import io.throughline.backlog.RequirementDetail;
import io.throughline.backlog.RequirementState;
import io.throughline.shared.ui.Strip;
import io.throughline.shared.ui.Strip.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line from answers to acceptance with a requirement's place on it, every stop a link. */
class RequirementStrip extends Composite<Div> {

    /** More needs than this are one stop, counted. */
    private static final int MOST_NEEDS = 2;

    RequirementStrip(RequirementDetail requirement, List<EvidenceEntry> evidence) {
        var stops = new ArrayList<Strip.Stop>();
        var line = "trace/" + BacklogKinds.REQUIREMENT + "/" + requirement.id().value();
        long answers = answers(requirement.needs(), evidence);
        stops.add(stop(getTranslation("backlog.strip.answers", answers), answers > 0 ? line : null, answers > 0));
        needs(requirement, line, stops);
        stops.add(new Strip.Stop(requirement.key(), line, Place.HERE));
        var project = requirement.projectName();
        stops.add(stop(
                project == null ? getTranslation("backlog.strip.noPlan") : project.in(getLocale()),
                project == null ? null : line,
                project != null));
        boolean done = requirement.state() == RequirementState.DONE;
        boolean partly = requirement.state() == RequirementState.PARTLY_DONE;
        boolean delivered = done || partly || requirement.state() == RequirementState.DELIVERED;
        stops.add(stop(getTranslation("backlog.strip.delivered"), delivered ? line : null, delivered));
        stops.add(stop(
                getTranslation(partly ? "backlog.strip.partly" : "backlog.strip.accepted"),
                done || partly ? line : null,
                done || partly));
        getContent().add(new Strip(getTranslation("backlog.strip"), stops));
    }

    private void needs(RequirementDetail requirement, String line, List<Strip.Stop> stops) {
        var needs = requirement.needs();
        if (needs.isEmpty()) {
            stops.add(stop(getTranslation("backlog.strip.noNeed"), null, false));
        } else if (needs.size() > MOST_NEEDS) {
            stops.add(stop(getTranslation("backlog.strip.needs", needs.size()), line, true));
        } else {
            needs.forEach(need -> stops.add(stop(need.key(), BacklogNavigation.needHref(need.id()), true)));
        }
    }

    /** Own words, and the people behind the figures: of each question once, the largest number quoted. */
    private static long answers(List<NeedSummary> needs, List<EvidenceEntry> evidence) {
        var people = new HashMap<Object, Integer>();
        evidence.forEach(
                entry -> people.merge(entry.source().question(), entry.figures().people(), Math::max));
        return needs.stream().mapToLong(NeedSummary::answersBehind).sum()
                + people.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Strip.Stop stop(String text, @Nullable String href, boolean there) {
        return new Strip.Stop(text, href, there ? Place.THERE : Place.MISSING);
    }
}
