package io.throughline.change;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.SubmissionId;
import io.throughline.plan.content.Impact;
import io.throughline.plan.content.NeedRef;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanDiff;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanJson;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.ScopeItem;
import io.throughline.shared.row.Utc;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes what a change does, and keeps what was computed when it was submitted. */
@Component
class Judge {

    private final BacklogForPlanning backlog;
    private final JdbcClient jdbc;
    private final Clock clock;

    Judge(BacklogForPlanning backlog, JdbcClient jdbc, Clock clock) {
        this.backlog = backlog;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ChangeJudgement judge(PlanContent before, PlanContent after) {
        var was = PlanFigures.of(before);
        var is = PlanFigures.of(after);
        return new ChangeJudgement(PlanDiff.between(was, is), Impact.of(was, is, needs(before, after)));
    }

    void keep(ChangeId change, SubmissionId submission, ChangeJudgement judgement) {
        jdbc.sql("""
                insert into change_submission (submission_id, change_request_id, difference, impact, computed_at)
                values (:submission, :change, :difference, :impact, :at)
                """)
                .param("submission", submission.value())
                .param("change", change.value())
                .param("difference", PlanJson.differences(judgement.difference()))
                .param("impact", PlanJson.text(judgement.impact()))
                .param("at", Utc.column(clock.instant()))
                .update();
    }

    /** The impact as it was computed at submission: the needs behind a requirement may be others today. */
    Optional<Impact> kept(SubmissionId submission) {
        return jdbc.sql("select impact from change_submission where submission_id = :id")
                .param("id", submission.value())
                .query(String.class)
                .optional()
                .map(PlanJson::readImpact);
    }

    private Map<RequirementRef, Set<NeedRef>> needs(PlanContent before, PlanContent after) {
        var ids = new HashSet<RequirementId>();
        for (var plan : List.of(before, after)) {
            plan.scope().stream()
                    .map(ScopeItem::requirement)
                    .map(ref -> new RequirementId(ref.value()))
                    .forEach(ids::add);
        }
        var needs = new HashMap<RequirementRef, Set<NeedRef>>();
        backlog.byIds(ids)
                .forEach(one -> needs.put(
                        new RequirementRef(one.id().value()),
                        one.needs().stream()
                                .map(need -> new NeedRef(need.value()))
                                .collect(Collectors.toSet())));
        return needs;
    }
}
