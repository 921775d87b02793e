package io.throughline.backlog;

import io.throughline.backlog.evidence.EvidenceStore;
import io.throughline.backlog.priority.Estimate;
import io.throughline.backlog.rank.Scoring;
import io.throughline.backlog.requirement.RequirementRepository;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.shared.persistence.Command;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Areas, requirements and evidence of a test's own. */
@Component
public class BacklogFixtures {

    private final Areas areas;
    private final Requirements requirements;
    private final Needs needs;
    private final RequirementRepository stored;
    private final EvidenceStore evidence;
    private final Scoring scoring;
    private final JdbcClient jdbc;

    BacklogFixtures(
            Areas areas,
            Requirements requirements,
            Needs needs,
            RequirementRepository stored,
            EvidenceStore evidence,
            Scoring scoring,
            JdbcClient jdbc) {
        this.areas = areas;
        this.requirements = requirements;
        this.needs = needs;
        this.stored = stored;
        this.evidence = evidence;
        this.scoring = scoring;
        this.jdbc = jdbc;
    }

    public AreaId area(Viewer pm) {
        return As.viewer(pm, () -> areas.create(Fixtures.unique("Area")));
    }

    public RequirementId requirement(Viewer pm, AreaId area, String title) {
        return As.viewer(
                pm, () -> requirements.create(area, RequirementContent.titled(LocalizedText.en(title)), List.of()));
    }

    public NeedId need(Viewer pm, LocalizedText title) {
        return As.viewer(pm, () -> needs.create(title));
    }

    /** A rating of .3 ± .05, as a survey would have given. */
    @Command
    public void rated(Viewer pm, RequirementId requirement, double rating) {
        evidence.add(requirement, null, surveyVersion(pm), new UUID(1, 1), "item", figures(rating), pm.id());
        scoring.rescore(stored.findById(requirement.value()).orElseThrow());
    }

    static EvidenceFigures figures(double rating) {
        var share = new Estimate(rating, Math.max(0, rating - .05), Math.min(1, rating + .05));
        return new EvidenceFigures(
                "importance-satisfaction-by-choice", 1, 100, 3, false, 30, share, share, null, share, null);
    }

    private UUID surveyVersion(Viewer pm) {
        var survey = Ids.next();
        var version = Ids.next();
        jdbc.sql("""
                insert into survey (id, version, survey_key, owner_id, state, content, created_at, changed_at)
                values (?, 0, concat('T-', left(?, 16)), ?, 'PUBLISHED', '{}', now(6), now(6))
                """)
                .params(
                        survey,
                        Long.toString(survey.getLeastSignificantBits(), 36),
                        pm.id().value())
                .update();
        jdbc.sql("""
                insert into survey_version (id, version, survey_id, number, content, languages, published_at,
                    published_by)
                values (?, 0, ?, 1, '{}', 'en', now(6), ?)
                """).params(version, survey, pm.id().value()).update();
        return version;
    }
}
