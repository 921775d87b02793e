package io.throughline.delivery;

import io.throughline.backlog.NeedId;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.BaselineId;
import io.throughline.plan.ProjectId;
import io.throughline.plan.Projects;
import io.throughline.plan.content.DeliverableId;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The stored handovers and who was asked. */
@Component
class Handovers {

    private static final String SELECT = """
            select h.*, a.outcome, a.reason, a.decided_by, a.decided_at, a.for_nobody
            from handover h left join acceptance a on a.handover_id = h.id
            """;

    /** What the baseline in force no longer promises is nobody's to hand over again. */
    private static final String STILL_REFUSED = """
             and a.outcome = 'REFUSED'
              and not exists (select 1 from handover l where l.project_id = h.project_id
                and l.deliverable_id = h.deliverable_id and l.number > h.number)
              and exists (select 1 from project p join baseline_item b on b.baseline_id = p.baseline_id
                where p.id = h.project_id and b.item_id = h.deliverable_id)
            """;

    private final ObjectProvider<Askers> askers;
    private final Projects projects;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Handovers(ObjectProvider<Askers> askers, Projects projects, JdbcClient jdbc, JsonMapper json) {
        this.askers = askers;
        this.projects = projects;
        this.jdbc = jdbc;
        this.json = json;
    }

    Handover get(HandoverId id) {
        return read(jdbc.sql(SELECT + "where h.id = :id").param("id", id.value())).stream()
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    /** Those of these that are there, in the order they were made. */
    List<Handover> all(Collection<HandoverId> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(jdbc.sql(SELECT + "where h.id in (:ids) order by h.id")
                        .param("ids", ids.stream().map(HandoverId::value).toList()));
    }

    Map<DeliverableId, Handover> lastOf(ProjectId project) {
        var last = new HashMap<DeliverableId, Handover>();
        read(jdbc.sql(SELECT + "where h.project_id = :project order by h.number")
                        .param("project", project.value()))
                .forEach(handover -> last.put(handover.deliverable(), handover));
        return last;
    }

    /** Every time this was handed over, the newest first. */
    List<Handover> of(ProjectId project, DeliverableId deliverable) {
        return read(jdbc.sql(SELECT
                        + "where h.project_id = :project and h.deliverable_id = :deliverable order by h.number desc")
                .param("project", project.value())
                .param("deliverable", deliverable.value()));
    }

    /** Those this customer, who is the viewer, has not answered yet and didn't deliver, the newest first. */
    List<Handover> waitingFor(PersonId customer) {
        var needs = needsOf(customer);
        return needs.isEmpty()
                ? List.of()
                : read(jdbc.sql(SELECT + """
                        where a.id is null and h.delivered_by <> :customer
                          and h.id in (select n.handover_id from handover_need n where n.need_id in (:needs))
                        order by h.id desc
                        """)
                        .param("needs", needs.stream().map(NeedId::value).toList())
                        .param("customer", customer.value()));
    }

    /** Those this customer refused that have not been handed over again, the newest first. */
    List<Handover> refusedBy(PersonId customer) {
        return read(jdbc.sql(SELECT + "where a.decided_by = :customer and not a.for_nobody" + STILL_REFUSED
                        + "order by h.id desc")
                .param("customer", customer.value()));
    }

    /** Those of projects this person manages that were refused and have not been handed over again, the newest first. */
    List<Handover> refusedTo(PersonId manager, int limit) {
        return read(jdbc.sql(SELECT + "join project_member m on m.project_id = h.project_id and m.manages"
                        + " where m.person_id = :manager" + STILL_REFUSED + "order by h.id desc limit :limit")
                .param("manager", manager.value())
                .param("limit", limit));
    }

    /** In three statements, however many there are. */
    private List<Handover> read(JdbcClient.StatementSpec query) {
        var found = query.query(this::handover).list();
        if (found.isEmpty()) {
            return found;
        }
        var ids = found.stream().map(one -> one.id().value()).toList();
        var requirements = served(
                "select handover_id, requirement_id served from handover_requirement where handover_id in (:ids)",
                ids,
                RequirementId::new);
        var needs = served(
                "select handover_id, need_id served from handover_need where handover_id in (:ids)", ids, NeedId::new);
        return found.stream()
                .map(one -> one.serving(
                        requirements.getOrDefault(one.id(), Set.of()), needs.getOrDefault(one.id(), Set.of())))
                .toList();
    }

    private <T> Map<HandoverId, Set<T>> served(String sql, List<UUID> ids, Function<UUID, T> id) {
        var served = new HashMap<HandoverId, Set<T>>();
        jdbc.sql(sql).param("ids", ids).query(row -> {
            served.computeIfAbsent(new HandoverId(Columns.uuid(row, "handover_id")), _ -> new HashSet<>())
                    .add(id.apply(Columns.uuid(row, "served")));
        });
        return served;
    }

    boolean asked(PersonId person, Handover handover) {
        return !Collections.disjoint(needsOf(person), handover.needs());
    }

    /** Whether a customer is there to answer, so that nobody else may. */
    boolean anybodyAsked(Handover handover) {
        return anybodyBut(handover.deliveredBy(), handover.needs());
    }

    /** Whether any customer but this person may be behind one of these needs. */
    boolean anybodyBut(PersonId person, Set<NeedId> needs) {
        return !needs.isEmpty() && askers.orderedStream().anyMatch(port -> port.anybodyBut(person, needs));
    }

    /** Those that no need stands behind, which somebody else delivered and nobody has answered yet, the newest first. */
    List<Handover> waitingForNobody(PersonId manager, int limit) {
        return read(jdbc.sql(SELECT + """
                        where a.id is null and h.delivered_by <> :manager
                          and not exists (select 1 from handover_need n where n.handover_id = h.id)
                        order by h.id desc limit :limit
                        """).param("manager", manager.value()).param("limit", limit));
    }

    private Set<NeedId> needsOf(PersonId person) {
        return askers.orderedStream()
                .flatMap(port -> port.needsOf(person).stream())
                .collect(Collectors.toSet());
    }

    boolean readable(Viewer viewer, Handover handover) {
        return !readable(viewer, List.of(handover)).isEmpty();
    }

    /** Those of these the viewer may read; what the viewer asked for is looked up once for all. */
    List<Handover> readable(Viewer viewer, List<Handover> all) {
        if (all.isEmpty() || all.stream().allMatch(one -> readableAtWork(viewer, one))) {
            return all;
        }
        var needs = viewer.is(Role.CUSTOMER) ? needsOf(viewer.id()) : Set.<NeedId>of();
        return all.stream()
                .filter(one -> !Collections.disjoint(needs, one.needs()) || readableAtWork(viewer, one))
                .toList();
    }

    /** By the people of its project, not as one of the customers who asked for it. */
    boolean readableAtWork(Viewer viewer, Handover handover) {
        boolean ofTheHouse = viewer.is(Role.PROJECT_MANAGER) || viewer.is(Role.MANAGER) || viewer.is(Role.TEAM_MEMBER);
        return ofTheHouse && projects.access(handover.project()).reads();
    }

    void add(Handover handover) {
        jdbc.sql("""
                insert into handover (id, project_id, baseline_id, deliverable_id, number, public_name, project_name, note,
                    delivered_by, delivered_at)
                values (:id, :project, :baseline, :deliverable, :number, :publicName, :projectName, :note, :by, :at)
                """)
                .param("id", handover.id().value())
                .param("project", handover.project().value())
                .param("baseline", handover.baseline().value())
                .param("deliverable", handover.deliverable().value())
                .param("number", handover.number())
                .param("publicName", json.writeValueAsString(handover.publicName()))
                .param("projectName", json.writeValueAsString(handover.projectName()))
                .param("note", handover.note())
                .param("by", handover.deliveredBy().value())
                .param("at", Utc.column(handover.deliveredAt()))
                .update();
        for (var requirement : handover.requirements()) {
            jdbc.sql("insert into handover_requirement (handover_id, requirement_id) values (:id, :requirement)")
                    .param("id", handover.id().value())
                    .param("requirement", requirement.value())
                    .update();
        }
        for (var need : handover.needs()) {
            jdbc.sql("insert into handover_need (handover_id, need_id) values (:id, :need)")
                    .param("id", handover.id().value())
                    .param("need", need.value())
                    .update();
        }
    }

    /** What it serves is still to be put in. */
    private Handover handover(ResultSet row, int number) throws SQLException {
        return new Handover(
                new HandoverId(Columns.uuid(row, "id")),
                new ProjectId(Columns.uuid(row, "project_id")),
                new BaselineId(Columns.uuid(row, "baseline_id")),
                new DeliverableId(Columns.uuid(row, "deliverable_id")),
                row.getInt("number"),
                json.readValue(row.getString("public_name"), LocalizedText.class),
                json.readValue(row.getString("project_name"), LocalizedText.class),
                row.getString("note"),
                new PersonId(Columns.uuid(row, "delivered_by")),
                Utc.instant(row, "delivered_at"),
                Set.of(),
                Set.of(),
                answer(row));
    }

    private static Handover.@Nullable Answer answer(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Handover.Answer(
                        Handover.Outcome.valueOf(outcome),
                        row.getString("reason"),
                        new PersonId(Columns.uuid(row, "decided_by")),
                        Utc.instant(row, "decided_at"),
                        row.getBoolean("for_nobody"));
    }
}
