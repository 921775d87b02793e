package io.throughline.delivery;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.PlannableRequirement;
import io.throughline.change.ChangeKinds;
import io.throughline.plan.PlanKinds;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource;
import io.throughline.shared.row.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From a baseline, and from each requirement it serves, to what was handed over, and on to its acceptance. */
@Component
class DeliveryTrace implements TraceSource {

    /** The customer's yes: it has no page of its own, but a place of its own on the line. */
    private static final String ACCEPTANCE = "acceptance";

    private final Handovers handovers;
    private final BacklogForPlanning backlog;
    private final JdbcClient jdbc;

    DeliveryTrace(Handovers handovers, BacklogForPlanning backlog, JdbcClient jdbc) {
        this.handovers = handovers;
        this.backlog = backlog;
        this.jdbc = jdbc;
    }

    @Override
    public List<Arrow> arrows(Viewer viewer, Collection<ObjectRef> objects) {
        var ids = objects.stream().map(ObjectRef::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var arrows = new ArrayList<Arrow>();
        var found = readable(viewer, """
                select distinct h.id from handover h left join handover_requirement r on r.handover_id = h.id
                where h.id in (:ids) or h.baseline_id in (:ids) or r.requirement_id in (:ids) order by h.id
                """, ids);
        found.forEach(handover -> add(arrows, viewer, handover));
        serving(viewer, found, arrows);
        before(
                viewer,
                objects.stream()
                        .filter(object -> object.kind().equals(PlanKinds.BASELINE))
                        .map(ObjectRef::id)
                        .toList(),
                arrows);
        for (var object : objects) {
            if (object.kind().equals(ChangeKinds.CHANGE)) {
                ofChange(viewer, object).forEach(arrows::add);
            }
        }
        return arrows;
    }

    /** What was handed over from the baseline a change made stands behind that change. */
    private Stream<Arrow> ofChange(Viewer viewer, ObjectRef change) {
        var from = new Stop(Stage.CHANGE, change, "", null, 1);
        return readable(viewer, """
                select h.id from handover h join baseline b on b.id = h.baseline_id
                join change_request c on c.submission_id = b.submission_id where c.id in (:ids) order by h.id
                """, List.of(change.id())).stream()
                .map(handover -> new Arrow(from, stop(viewer, handover)));
    }

    /** What was handed over under an earlier plan stays so under those that follow. */
    private void before(Viewer viewer, List<UUID> baselines, List<Arrow> arrows) {
        if (baselines.isEmpty()) {
            return;
        }
        var following = new LinkedHashMap<HandoverId, List<UUID>>();
        jdbc.sql("""
                select h.id, b.id following
                from baseline b join baseline e on e.project_id = b.project_id and e.number < b.number
                join handover h on h.baseline_id = e.id where b.id in (:ids) order by h.id
                """).param("ids", baselines).query(row -> {
            following
                    .computeIfAbsent(new HandoverId(Columns.uuid(row, "id")), _ -> new ArrayList<>())
                    .add(Columns.uuid(row, "following"));
        });
        for (var handover : handovers.readable(viewer, handovers.all(List.copyOf(following.keySet())))) {
            following
                    .getOrDefault(handover.id(), List.of())
                    .forEach(baseline -> arrows.add(new Arrow(
                            plan(viewer, new ObjectRef(PlanKinds.BASELINE, baseline), handover),
                            stop(viewer, handover))));
        }
    }

    private List<Handover> readable(Viewer viewer, String sql, List<UUID> ids) {
        var found = jdbc.sql(sql)
                .param("ids", ids)
                .query((row, i) -> new HandoverId(Columns.uuid(row, "id")))
                .list();
        return handovers.readable(viewer, handovers.all(found));
    }

    /** A baseline holds many of both: only these arrows say which deliverable is for which requirement. */
    private void serving(Viewer viewer, List<Handover> all, List<Arrow> arrows) {
        var atWork = all.stream()
                .filter(handover -> handovers.readableAtWork(viewer, handover))
                .toList();
        if (atWork.isEmpty()) {
            return;
        }
        var requirements = backlog
                .byIds(atWork.stream()
                        .flatMap(handover -> handover.requirements().stream())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(one -> one.id(), one -> requirement(viewer, one)));
        for (var handover : atWork) {
            handover.requirements().stream()
                    .map(requirements::get)
                    .filter(Objects::nonNull)
                    .forEach(requirement -> arrows.add(new Arrow(requirement, stop(viewer, handover))));
        }
    }

    private static Stop requirement(Viewer viewer, PlannableRequirement requirement) {
        return new Stop(
                Stage.REQUIREMENT,
                ObjectRef.of(BacklogKinds.REQUIREMENT, requirement.id()),
                requirement.key() + " " + requirement.title().in(viewer.locale()),
                null,
                1);
    }

    private static void add(List<Arrow> arrows, Viewer viewer, Handover handover) {
        var delivered = stop(viewer, handover);
        var baseline = new ObjectRef(PlanKinds.BASELINE, handover.baseline().value());
        arrows.add(new Arrow(plan(viewer, baseline, handover), delivered));
        var answer = handover.answer();
        if (answer != null && answer.outcome() == Handover.Outcome.ACCEPTED) {
            arrows.add(new Arrow(
                    delivered,
                    new Stop(
                            Stage.ACCEPTANCE,
                            new ObjectRef(ACCEPTANCE, handover.id().value()),
                            handover.publicName().in(viewer.locale()),
                            DeliveryLinks.handover(handover.id()),
                            1)));
        }
    }

    private static Stop plan(Viewer viewer, ObjectRef baseline, Handover handover) {
        return new Stop(Stage.SCOPE, baseline, handover.projectName().in(viewer.locale()), null, 1);
    }

    private static Stop stop(Viewer viewer, Handover handover) {
        return new Stop(
                Stage.DELIVERABLE,
                ObjectRef.of(DeliveryKinds.DELIVERABLE, handover.id()),
                handover.publicName().in(viewer.locale()),
                DeliveryLinks.handover(handover.id()),
                1);
    }
}
