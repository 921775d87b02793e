package io.throughline.plan.draft;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.PlanError;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.project.BaselineScope;
import io.throughline.shared.DomainException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What was handed over is no longer to be decided: a changed plan keeps it in scope. */
@Component
public class DeliveredScope {

    private final BacklogForPlanning backlog;
    private final BaselineScope scope;

    DeliveredScope(BacklogForPlanning backlog, BaselineScope scope) {
        this.backlog = backlog;
        this.scope = scope;
    }

    /** Those delivered of this draft's baseline that it takes out of scope, by key. */
    public Map<String, RequirementRef> dropped(Draft draft) {
        return dropped(draft, draft.content());
    }

    Map<String, RequirementRef> dropped(Draft draft, PlanContent plan) {
        var dropped = new TreeMap<String, RequirementRef>();
        var base = draft.base();
        if (base != null) {
            var in = plan.requirementsInScope();
            var out = scope.of(base).stream()
                    .filter(one -> !in.contains(one))
                    .map(one -> new RequirementId(one.value()))
                    .toList();
            backlog.byIds(backlog.alreadyDelivered(out))
                    .forEach(one ->
                            dropped.put(one.key(), new RequirementRef(one.id().value())));
        }
        return dropped;
    }

    /** @throws DomainException DELIVERED_DROPPED */
    public void requireKept(Draft draft) {
        var dropped = dropped(draft);
        if (!dropped.isEmpty()) {
            throw new DomainException(PlanError.DELIVERED_DROPPED, String.join(", ", dropped.keySet()));
        }
    }
}
