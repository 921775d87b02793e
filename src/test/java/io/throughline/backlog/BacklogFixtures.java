package io.throughline.backlog;

import io.throughline.backlog.priority.Estimate;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.shared.persistence.Command;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Areas, requirements and evidence of a test's own. */
@Component
public class BacklogFixtures {

    private final Areas areas;
    private final Requirements requirements;
    private final RequirementRepository stored;
    private final EvidenceStore evidence;
    private final Scoring scoring;

    BacklogFixtures(
            Areas areas,
            Requirements requirements,
            RequirementRepository stored,
            EvidenceStore evidence,
            Scoring scoring) {
        this.areas = areas;
        this.requirements = requirements;
        this.stored = stored;
        this.evidence = evidence;
        this.scoring = scoring;
    }

    public AreaId area(Viewer pm) {
        return As.viewer(pm, () -> areas.create(Fixtures.unique("Area")));
    }

    public RequirementId requirement(Viewer pm, AreaId area, String title) {
        return As.viewer(
                pm, () -> requirements.create(area, RequirementContent.titled(LocalizedText.en(title)), List.of()));
    }

    /** A rating of .3 ± .05, as a survey would have given. */
    @Command
    public void rated(Viewer pm, RequirementId requirement, double rating) {
        evidence.add(requirement, null, surveyVersion(), new UUID(1, 1), "item", figures(rating), pm.id());
        scoring.rescore(stored.findById(requirement.value()).orElseThrow());
    }

    static EvidenceFigures figures(double rating) {
        var share = new Estimate(rating, Math.max(0, rating - .05), Math.min(1, rating + .05));
        return new EvidenceFigures(
                "importance-satisfaction-by-choice", 1, 100, 3, 120, share, share, null, 0, 0, share, null);
    }

    private static UUID surveyVersion() {
        return Ids.next();
    }
}
