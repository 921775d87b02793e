package io.throughline.plan.port;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.PlanKinds;
import io.throughline.plan.ProjectId;
import io.throughline.plan.project.ProjectAccess;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource;
import io.throughline.shared.row.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From a requirement to the baselines in force that have it in scope, and from any baseline back to its scope. */
@Component
class PlanTrace implements TraceSource {

    private final ProjectAccess access;
    private final BacklogForPlanning backlog;
    private final JdbcClient jdbc;

    PlanTrace(ProjectAccess access, BacklogForPlanning backlog, JdbcClient jdbc) {
        this.access = access;
        this.backlog = backlog;
        this.jdbc = jdbc;
    }

    /** For a project stands its baseline in force. */
    @Override
    public Optional<ObjectRef> standIn(Viewer viewer, ObjectRef object) {
        if (!object.kind().equals(PlanKinds.PROJECT)
                || !access.of(viewer, new ProjectId(object.id())).reads()) {
            return Optional.empty();
        }
        return jdbc.sql("select baseline_id from project where id = :id and baseline_id is not null")
                .param("id", object.id())
                .query((row, i) -> new ObjectRef(PlanKinds.BASELINE, Columns.uuid(row, "baseline_id")))
                .optional();
    }

    @Override
    public List<Arrow> arrows(Viewer viewer, Collection<ObjectRef> objects) {
        boolean ofTheHouse = viewer.is(Role.PROJECT_MANAGER) || viewer.is(Role.MANAGER) || viewer.is(Role.TEAM_MEMBER);
        var ids = objects.stream()
                .filter(object -> object.kind().equals(BacklogKinds.REQUIREMENT)
                        || object.kind().equals(PlanKinds.BASELINE))
                .map(ObjectRef::id)
                .toList();
        if (!ofTheHouse || ids.isEmpty()) {
            return List.of();
        }
        var scoped = jdbc.sql("""
                select i.requirement_id, b.id baseline_id, b.number, p.id project_id, p.project_key, p.name
                from project p join baseline b on b.project_id = p.id
                join baseline_item i on i.baseline_id = b.id and i.kind = 'SCOPE_ITEM'
                where b.id in (:ids) or (b.id = p.baseline_id and i.requirement_id in (:ids))
                """)
                .param("ids", ids)
                .query((row, i) -> new Scoped(
                        Columns.uuid(row, "requirement_id"),
                        Columns.uuid(row, "baseline_id"),
                        row.getInt("number"),
                        new ProjectId(Columns.uuid(row, "project_id")),
                        row.getString("project_key"),
                        row.getString("name")))
                .list();
        var known =
                backlog
                        .byIds(scoped.stream()
                                .map(one -> new RequirementId(one.requirement()))
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(one -> one.id().value(), one -> one));
        var arrows = new ArrayList<Arrow>();
        for (var one : scoped) {
            var requirement = known.get(one.requirement());
            if (requirement != null && access.of(viewer, one.project()).reads()) {
                arrows.add(new Arrow(
                        new Stop(
                                Stage.REQUIREMENT,
                                new ObjectRef(BacklogKinds.REQUIREMENT, one.requirement()),
                                requirement.key() + " " + requirement.title().in(viewer.locale()),
                                null,
                                1),
                        new Stop(
                                Stage.SCOPE,
                                new ObjectRef(PlanKinds.BASELINE, one.baseline()),
                                one.key() + " " + one.name() + " · " + one.number(),
                                PlanLinks.baseline(one.key(), one.number()),
                                1)));
            }
        }
        return arrows;
    }

    private record Scoped(UUID requirement, UUID baseline, int number, ProjectId project, String key, String name) {}
}
