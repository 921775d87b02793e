package io.throughline.plan.draft;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.PlanError;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanProblem;
import io.throughline.plan.content.PlanProblem.Kind;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.project.BaselineScope;
import io.throughline.shared.DomainException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * What the backlog says against the scope of a plan, whatever became of its requirements while it was written: what was
 * handed over is no longer to be decided and stays in, what was declined is not planned, and what another open project
 * holds is that one's.
 */
@Component
public class ScopeStanding {

    private final BacklogForPlanning backlog;
    private final BaselineScope scope;

    ScopeStanding(BacklogForPlanning backlog, BaselineScope scope) {
        this.backlog = backlog;
        this.scope = scope;
    }

    /** Nothing of it can be approved as long as there is any, by key. */
    public List<PlanProblem> problems(Draft draft, PlanContent plan) {
        var problems = new ArrayList<PlanProblem>();
        dropped(draft, plan).forEach((key, one) -> problems.add(new PlanProblem(Kind.DELIVERED_DROPPED, key, one, "")));
        declined(plan).forEach((key, one) -> problems.add(new PlanProblem(Kind.DECLINED, key, one, "")));
        heldByOthers(draft, plan)
                .forEach((key, one) -> problems.add(new PlanProblem(Kind.HELD_BY_ANOTHER, key, one, "")));
        return problems;
    }

    /** Those delivered of this draft's baseline that it takes out of scope, by key. */
    public Map<String, RequirementRef> dropped(Draft draft) {
        return dropped(draft, draft.content());
    }

    private Map<String, RequirementRef> dropped(Draft draft, PlanContent plan) {
        var base = draft.base();
        if (base == null) {
            return Map.of();
        }
        var in = plan.requirementsInScope();
        return byKey(backlog.alreadyDelivered(
                ids(scope.of(base).stream().filter(one -> !in.contains(one)).toList())));
    }

    private Map<String, RequirementRef> declined(PlanContent plan) {
        return byKey(backlog.declined(ids(plan.requirementsInScope())));
    }

    private Map<String, RequirementRef> heldByOthers(Draft draft, PlanContent plan) {
        return byKey(backlog.heldByOthers(
                ids(plan.requirementsInScope()), draft.project().value()));
    }

    private Map<String, RequirementRef> byKey(Set<RequirementId> requirements) {
        var found = new TreeMap<String, RequirementRef>();
        backlog.byIds(requirements)
                .forEach(one -> found.put(one.key(), new RequirementRef(one.id().value())));
        return found;
    }

    private static List<RequirementId> ids(Collection<RequirementRef> refs) {
        return refs.stream().map(ref -> new RequirementId(ref.value())).toList();
    }

    /** @throws DomainException DELIVERED_DROPPED, DECLINED_IN_SCOPE, HELD_BY_ANOTHER */
    public void requireFits(Draft draft) {
        var plan = draft.content();
        require(dropped(draft, plan), PlanError.DELIVERED_DROPPED);
        require(declined(plan), PlanError.DECLINED_IN_SCOPE);
        require(heldByOthers(draft, plan), PlanError.HELD_BY_ANOTHER);
    }

    private static void require(Map<String, RequirementRef> none, PlanError refusal) {
        if (!none.isEmpty()) {
            throw new DomainException(refusal, String.join(", ", none.keySet()));
        }
    }
}
