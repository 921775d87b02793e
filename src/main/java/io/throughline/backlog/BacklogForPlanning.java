package io.throughline.backlog;

import static io.throughline.backlog.row.Rows.text;
import static io.throughline.shared.row.Columns.uuid;

import io.throughline.backlog.requirement.Holds;
import io.throughline.backlog.requirement.Requirement;
import io.throughline.backlog.requirement.RequirementRepository;
import io.throughline.backlog.requirement.StatusLog;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Effort;
import io.throughline.shared.Id;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The backlog as plans, changes and deliveries use it. Whatever changes something runs only inside the caller's
 * transaction, whose own rules have judged who may do this: it says what happened, it doesn't decide it.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER','TEAM_MEMBER')")
public class BacklogForPlanning {

    /** No requirement has this id. */
    private static final UUID NONE = new UUID(0, 0);

    private final RequirementRepository requirements;
    private final StatusLog log;
    private final Holds holds;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;

    BacklogForPlanning(
            RequirementRepository requirements, StatusLog log, Holds holds, CurrentViewer viewer, JdbcClient jdbc) {
        this.requirements = requirements;
        this.log = log;
        this.holds = holds;
        this.viewer = viewer;
        this.jdbc = jdbc;
    }

    /**
     * Accepted requirements of an area that no open project holds, in rank order.
     *
     * @param held stand among them in their place, whatever their state
     */
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
    public List<PlannableRequirement> plannable(AreaId area, Collection<RequirementId> held) {
        return complete(jdbc.sql(PLANNABLE + """
                join (select f.requirement_id id
                      from standing f join requirement q on q.id = f.requirement_id
                      where f.area_id = :area and f.closed = 0 and q.state = 'ACCEPTED'
                        and not exists (select 1 from requirement_hold h where h.requirement_id = q.id)
                      union
                      select id from requirement where id in (:held)) wanted on wanted.id = r.id
                order by s.closed, s.place, r.req_key
                """)
                .param("area", area.value())
                .param("held", held.isEmpty() ? List.of(NONE) : values(held))
                .query(BacklogForPlanning::core)
                .list());
    }

    /**
     * These requirements, whatever their state; unknown ids are left out. For those who see no costs they cost nothing.
     */
    public List<PlannableRequirement> byIds(Collection<RequirementId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return complete(jdbc.sql(PLANNABLE + "where r.id in (:ids) order by r.req_key")
                .param("ids", values(ids))
                .query(BacklogForPlanning::core)
                .list());
    }

    /** Those of these requirements that were delivered, whether confirmed yet or not; not those done in part. */
    public Set<RequirementId> alreadyDelivered(Collection<RequirementId> ids) {
        return standing(ids, RequirementState.DELIVERED, RequirementState.DONE);
    }

    /** Those of these requirements that were declined: no plan can hold them. */
    public Set<RequirementId> declined(Collection<RequirementId> ids) {
        return standing(ids, RequirementState.DECLINED);
    }

    /** Those of these requirements that an open project other than this one holds: no second plan can. */
    public Set<RequirementId> heldByOthers(Collection<RequirementId> ids, UUID project) {
        return holds.ofOthers(ids, project);
    }

    /** These needs with the number of answers behind each; unknown ids are left out. */
    public Map<NeedId, NeedSummary> needs(Collection<NeedId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = new LinkedHashMap<NeedId, NeedSummary>();
        jdbc.sql("""
                select n.id, n.need_key, n.title,
                    (select count(*) from expression x where x.need_id = n.id)
                    + (select straight_join count(*) from need m join expression x on x.need_id = m.id
                       where m.merged_into = n.id)
                    + coalesce((select sum(q.people) from (
                        select f.need_id, max(e.people) people
                        from (select id need_id, id own from need where id in (:ids)
                            union select merged_into, id from need where merged_into in (:ids)) f
                        join evidence e on e.need_id = f.own
                        group by f.need_id, e.question_id) q where q.need_id = n.id), 0) answers
                from need n where n.id in (:ids) order by n.need_key
                """)
                .param("ids", values(ids))
                .query((row, i) -> new NeedSummary(
                        new NeedId(uuid(row, "id")),
                        row.getString("need_key"),
                        text(row, "title"),
                        row.getLong("answers")))
                .list()
                .forEach(need -> found.put(need.id(), need));
        return found;
    }

    /**
     * How many answers stand behind these needs together. Whoever answered one question counts once for it, however many of
     * the needs rest on it.
     */
    public long answersBehind(Collection<NeedId> ids) {
        return ids.isEmpty()
                ? 0
                : jdbc.sql("""
                        select (select count(*) from expression x join need n on n.id = x.need_id
                                where n.id in (:ids) or n.merged_into in (:ids))
                            + coalesce((select sum(q.people) from (
                                select max(e.people) people from evidence e join need n on n.id = e.need_id
                                where n.id in (:ids) or n.merged_into in (:ids) group by e.question_id) q), 0)
                        """).param("ids", values(ids)).query(Long.class).single();
    }

    /**
     * Reserves a requirement for a project; again for the same project does nothing.
     *
     * @throws DomainException HELD_BY_ANOTHER_PROJECT if an open project has it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
    public void hold(RequirementId id, UUID project) {
        holds.take(get(id), project);
    }

    /** Gives a requirement back; does nothing if this project doesn't hold it. */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
    public void release(RequirementId id, UUID project) {
        holds.release(id, project);
    }

    /**
     * A baseline with this requirement in scope was approved. Another project name or other dates than before are a
     * change, which customers see once its reason is written. Nothing happens to what is already delivered or done.
     *
     * @param publicProjectName the name customers may read, in their languages
     */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
    public void planned(RequirementId id, LocalizedText publicProjectName, LocalDate start, LocalDate finish) {
        var requirement = get(id);
        var before = requirement.state();
        if (before == RequirementState.DELIVERED || before == RequirementState.DONE) {
            return;
        }
        if (before == RequirementState.PROPOSED) {
            requirement.accept();
        }
        if (requirement.plan(publicProjectName, start, finish)) {
            requirements.save(requirement);
            boolean change = before == RequirementState.PLANNED || before == RequirementState.PARTLY_DONE;
            log.append(requirement, change ? AnswerStatus.CHANGED : AnswerStatus.PLANNED, change);
        }
    }

    /** An approved change took this requirement out of scope: it is free again, and customers are owed a reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
    public void dropped(RequirementId id, UUID project) {
        var requirement = get(id);
        requirement.drop();
        requirements.save(requirement);
        log.append(requirement, AnswerStatus.CHANGED, true);
        release(id, project);
    }

    private static final String PLANNABLE = """
            select r.id, r.content_version, r.req_key, r.title, s.score, r.effort_hours, r.cost, r.must
            from requirement r left join standing s on s.requirement_id = r.id
            """;

    private Set<RequirementId> standing(Collection<RequirementId> ids, RequirementState... states) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("select id from requirement where id in (:ids) and state in (:states)")
                .param("ids", values(ids))
                .param("states", Stream.of(states).map(RequirementState::name).toList())
                .query((row, i) -> new RequirementId(uuid(row, "id")))
                .list());
    }

    private Requirement get(RequirementId id) {
        return requirements.findById(id.value()).orElseThrow(DomainException::notFound);
    }

    private List<PlannableRequirement> complete(List<PlannableRequirement> found) {
        if (found.isEmpty()) {
            return found;
        }
        var ids = found.stream().map(r -> r.id().value()).toList();
        var prerequisites = links("""
                select requirement_id, prerequisite_id other from requirement_prerequisite
                where requirement_id in (:ids)
                """, ids);
        var needs = links("""
                select l.requirement_id, coalesce(n.merged_into, n.id) other
                from requirement_need l join need n on n.id = l.need_id where l.requirement_id in (:ids)
                """, ids);
        var me = viewer.get();
        boolean seesMoney = me.is(Role.PROJECT_MANAGER) || me.is(Role.MANAGER);
        return found.stream()
                .map(r -> new PlannableRequirement(
                        r.id(),
                        r.version(),
                        r.key(),
                        r.title(),
                        r.score(),
                        r.effort(),
                        seesMoney ? r.cost() : Money.ZERO,
                        map(prerequisites.get(r.id().value()), RequirementId::new),
                        map(needs.get(r.id().value()), NeedId::new),
                        r.must()))
                .toList();
    }

    private Map<UUID, Set<UUID>> links(String sql, List<UUID> ids) {
        var links = new HashMap<UUID, Set<UUID>>();
        jdbc.sql(sql).param("ids", ids).query(row -> {
            links.computeIfAbsent(uuid(row, "requirement_id"), k -> new HashSet<>())
                    .add(uuid(row, "other"));
        });
        return links;
    }

    private static <T> Set<T> map(@Nullable Set<UUID> ids, Function<UUID, T> toId) {
        return ids == null ? Set.of() : ids.stream().map(toId).collect(Collectors.toSet());
    }

    private static List<UUID> values(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).toList();
    }

    private static PlannableRequirement core(ResultSet row, int number) throws SQLException {
        return new PlannableRequirement(
                new RequirementId(uuid(row, "id")),
                row.getInt("content_version"),
                row.getString("req_key"),
                text(row, "title"),
                row.getBigDecimal("score"),
                new Effort(row.getBigDecimal("effort_hours")),
                new Money(row.getBigDecimal("cost")),
                Set.of(),
                Set.of(),
                row.getBoolean("must"));
    }
}
