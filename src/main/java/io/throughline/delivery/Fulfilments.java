package io.throughline.delivery;

import io.throughline.backlog.BacklogForDelivery;
import io.throughline.backlog.Fulfilment;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.BaselineApproved;
import io.throughline.plan.ProjectId;
import io.throughline.plan.content.DeliverableId;
import io.throughline.shared.persistence.AfterCommit;
import io.throughline.shared.row.Columns;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Judges how much of what serves a requirement is accepted, and tells the backlog. A requirement is done once every
 * deliverable of the baseline in force that serves it is accepted, and something of it ever was.
 */
@Component
class Fulfilments {

    private final Handovers handovers;
    private final BacklogForDelivery backlog;
    private final JdbcClient jdbc;

    Fulfilments(Handovers handovers, BacklogForDelivery backlog, JdbcClient jdbc) {
        this.handovers = handovers;
        this.backlog = backlog;
        this.jdbc = jdbc;
    }

    /** A change of the plan may take away what was still to come, or promise more. */
    @AfterCommit
    public void on(BaselineApproved event) {
        var last = handovers.lastOf(event.project());
        var handedOver = last.values().stream()
                .flatMap(handover -> handover.requirements().stream())
                .collect(Collectors.toSet());
        judge(event.project(), handedOver, last);
    }

    void judge(ProjectId project, Collection<RequirementId> requirements) {
        judge(project, requirements, handovers.lastOf(project));
    }

    private void judge(ProjectId project, Collection<RequirementId> requirements, Map<DeliverableId, Handover> last) {
        var found = new HashMap<RequirementId, Fulfilment>();
        promised(project, requirements)
                .forEach((requirement, serving) -> found.put(requirement, of(requirement, serving, last)));
        backlog.fulfilled(found);
    }

    private static Fulfilment of(
            RequirementId requirement, Set<DeliverableId> serving, Map<DeliverableId, Handover> last) {
        var states = last.values().stream()
                .filter(handover -> handover.requirements().contains(requirement))
                .map(DeliverableState::of)
                .collect(Collectors.toSet());
        if (states.contains(DeliverableState.DELIVERED)) {
            return Fulfilment.WAITING;
        }
        if (!states.contains(DeliverableState.ACCEPTED)) {
            return Fulfilment.NOTHING;
        }
        return serving.stream().map(last::get).map(DeliverableState::of).allMatch(DeliverableState.ACCEPTED::equals)
                ? Fulfilment.WHOLLY
                : Fulfilment.PARTLY;
    }

    /** What serves each of these requirements by the baseline in force; those it has not in scope are left out. */
    private Map<RequirementId, Set<DeliverableId>> promised(ProjectId project, Collection<RequirementId> requirements) {
        var promised = new HashMap<RequirementId, Set<DeliverableId>>();
        if (requirements.isEmpty()) {
            return promised;
        }
        jdbc.sql("""
                select scope.requirement_id, d.item_id
                from project p
                join baseline_item scope on scope.baseline_id = p.baseline_id and scope.kind = 'SCOPE_ITEM'
                left join (baseline_item s join baseline_item d
                        on d.baseline_id = s.baseline_id and d.item_id = s.parent_id and d.kind = 'DELIVERABLE')
                    on s.baseline_id = p.baseline_id and s.requirement_id = scope.requirement_id and s.kind = 'SERVES'
                where p.id = :project and scope.requirement_id in (:requirements)
                """)
                .param("project", project.value())
                .param(
                        "requirements",
                        requirements.stream().map(RequirementId::value).toList())
                .query(row -> {
                    var serving = promised.computeIfAbsent(
                            new RequirementId(Columns.uuid(row, "requirement_id")), _ -> new HashSet<>());
                    var deliverable = Columns.uuidOrNull(row, "item_id");
                    if (deliverable != null) {
                        serving.add(new DeliverableId(deliverable));
                    }
                });
        return promised;
    }
}
