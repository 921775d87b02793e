package io.throughline.delivery;

import io.throughline.plan.PlanKinds;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From a baseline, or a requirement, to what was handed over, and on to its acceptance. */
@Component
class DeliveryTrace implements TraceSource {

    private final Handovers handovers;
    private final JdbcClient jdbc;

    DeliveryTrace(Handovers handovers, JdbcClient jdbc) {
        this.handovers = handovers;
        this.jdbc = jdbc;
    }

    @Override
    public List<Arrow> arrows(Viewer viewer, Collection<ObjectRef> objects) {
        var ids = objects.stream().map(ObjectRef::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var arrows = new ArrayList<Arrow>();
        jdbc
                .sql("""
                select distinct h.id from handover h left join handover_requirement r on r.handover_id = h.id
                where h.id in (:ids) or h.baseline_id in (:ids) or r.requirement_id in (:ids) order by h.id
                """)
                .param("ids", ids)
                .query((row, i) -> new HandoverId(row.getObject("id", UUID.class)))
                .list()
                .stream()
                .map(handovers::get)
                .filter(handover -> handovers.readable(viewer, handover))
                .forEach(handover -> add(arrows, viewer, handover));
        return arrows;
    }

    private static void add(List<Arrow> arrows, Viewer viewer, Handover handover) {
        var delivered = stop(Stage.DELIVERABLE, handover);
        arrows.add(new Arrow(
                new Stop(
                        Stage.SCOPE,
                        new ObjectRef(PlanKinds.BASELINE, handover.baseline().value()),
                        handover.projectName().in(viewer.locale()),
                        null,
                        1),
                delivered));
        var answer = handover.answer();
        if (answer != null && answer.outcome() == Handover.Outcome.ACCEPTED) {
            arrows.add(new Arrow(delivered, stop(Stage.ACCEPTANCE, handover)));
        }
    }

    private static Stop stop(Stage stage, Handover handover) {
        return new Stop(
                stage,
                ObjectRef.of(DeliveryKinds.DELIVERABLE, handover.id()),
                handover.publicName(),
                DeliveryLinks.handover(handover.id()),
                1);
    }
}
