package io.throughline.plan.draft;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.PlanError;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.RequirementRef;
import io.throughline.shared.DomainException;
import io.throughline.shared.row.Columns;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was handed over is no longer to be decided: a changed plan keeps it in scope. */
@Component
public class DeliveredScope {

    private final BacklogForPlanning backlog;
    private final JdbcClient jdbc;

    DeliveredScope(BacklogForPlanning backlog, JdbcClient jdbc) {
        this.backlog = backlog;
        this.jdbc = jdbc;
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
            var out = scope(base.value()).stream()
                    .filter(one -> !in.contains(new RequirementRef(one.value())))
                    .toList();
            backlog.byIds(backlog.alreadyDelivered(out))
                    .forEach(one ->
                            dropped.put(one.key(), new RequirementRef(one.id().value())));
        }
        return dropped;
    }

    private List<RequirementId> scope(UUID baseline) {
        return jdbc.sql("select requirement_id from baseline_item where baseline_id = ? and kind = 'SCOPE_ITEM'")
                .param(baseline)
                .query((row, i) -> new RequirementId(Columns.uuid(row, "requirement_id")))
                .list();
    }

    /** @throws DomainException DELIVERED_DROPPED */
    public void requireKept(Draft draft) {
        var dropped = dropped(draft);
        if (!dropped.isEmpty()) {
            throw new DomainException(PlanError.DELIVERED_DROPPED, String.join(", ", dropped.keySet()));
        }
    }
}
