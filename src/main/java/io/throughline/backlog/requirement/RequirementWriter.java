package io.throughline.backlog.requirement;

import io.throughline.backlog.AnswerStatus;
import io.throughline.backlog.AreaId;
import io.throughline.backlog.BacklogError;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.RequirementContent;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.rank.Standings;
import io.throughline.backlog.row.Rows;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.persistence.Keys;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a requirement together with the rows that hang on it. */
@Component
public class RequirementWriter {

    private final RequirementRepository requirements;
    private final Standings standings;
    private final StatusLog log;
    private final Keys keys;
    private final CurrentViewer viewer;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    public RequirementWriter(
            RequirementRepository requirements,
            Standings standings,
            StatusLog log,
            Keys keys,
            CurrentViewer viewer,
            EntityManager entities,
            JdbcClient jdbc,
            Clock clock) {
        this.requirements = requirements;
        this.standings = standings;
        this.log = log;
        this.keys = keys;
        this.viewer = viewer;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws DomainException NEED_OR_REASON */
    public Requirement create(AreaId area, RequirementContent content, Collection<NeedId> needs) {
        if (needs.isEmpty() && !content.saysWhyWithoutNeed()) {
            throw new DomainException(BacklogError.NEED_OR_REASON);
        }
        standings.lock(area);
        var requirement = new Requirement(
                keys.next(Keys.Kind.REQ), area, content, viewer.get().id(), clock.instant());
        var saved = saveWording(requirement);
        standings.open(saved);
        needs.forEach(need -> link(saved, need));
        log.append(saved, AnswerStatus.REQUIREMENT, false);
        return saved;
    }

    /** Keeps the wording under its number; written at once, so that rows can hang on it. */
    public Requirement saveWording(Requirement requirement) {
        var saved = requirements.saveAndFlush(requirement);
        jdbc.sql("""
                insert into requirement_version (id, requirement_id, number, content, written_by, written_at)
                values (:id, :requirement, :number, :content, :by, :at)
                """)
                .param("id", Ids.next())
                .param("requirement", saved.uuid())
                .param("number", saved.contentVersion())
                .param("content", Rows.json(saved.content()))
                .param("by", viewer.get().id().value())
                .param("at", Utc.column(clock.instant()))
                .update();
        return saved;
    }

    /** From this need and those it stands for. @throws DomainException NEED_OR_REASON if it was the last one */
    public void unlink(Requirement requirement, NeedId need) {
        int gone = jdbc.sql("""
                delete from requirement_need where requirement_id = :id
                    and need_id in (select n.id from need n where n.id = :need or n.merged_into = :need)
                """)
                .param("id", requirement.uuid())
                .param("need", need.value())
                .update();
        if (gone > 0) {
            requireNeedOrReason(requirement, requirement.content());
        }
    }

    /** @throws DomainException NEED_OR_REASON if no need stands behind it and this wording doesn't say why */
    public void requireNeedOrReason(Requirement requirement, RequirementContent wording) {
        if (!wording.saysWhyWithoutNeed()
                && jdbc.sql("select count(*) from requirement_need where requirement_id = :id")
                                .param("id", requirement.uuid())
                                .query(Long.class)
                                .single()
                        == 0) {
            throw new DomainException(BacklogError.NEED_OR_REASON);
        }
    }

    public void link(Requirement requirement, NeedId need) {
        int linked = jdbc.sql("""
                insert ignore into requirement_need (requirement_id, need_id, linked_by, linked_at)
                select :requirement, n.id, :by, :at from need n where n.id = :need
                """)
                .param("requirement", requirement.uuid())
                .param("need", need.value())
                .param("by", viewer.get().id().value())
                .param("at", Utc.column(clock.instant()))
                .update();
        if (linked == 0 && !linked(requirement, need)) {
            throw DomainException.notFound();
        }
    }

    private boolean linked(Requirement requirement, NeedId need) {
        return jdbc.sql("select count(*) from requirement_need where requirement_id = :requirement and need_id = :need")
                        .param("requirement", requirement.uuid())
                        .param("need", need.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** What was seen with it is replaced as a whole, so its version moves though no column of its own does. */
    public Requirement require(Requirement requirement, Set<RequirementId> prerequisites) {
        standings.lock(requirement.area());
        if (prerequisites.equals(prerequisites(requirement))) {
            return requirement;
        }
        jdbc.sql("delete from requirement_prerequisite where requirement_id = :id")
                .param("id", requirement.uuid())
                .update();
        for (var prerequisite : prerequisites) {
            if (leadsTo(prerequisite, requirement)) {
                throw new DomainException(BacklogError.PREREQUISITE_CYCLE, requirement.key());
            }
            jdbc.sql("insert into requirement_prerequisite (requirement_id, prerequisite_id) values (:id, :other)")
                    .param("id", requirement.uuid())
                    .param("other", prerequisite.value())
                    .update();
        }
        requirement.dependsOnOthers();
        entities.lock(requirement, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return requirements.saveAndFlush(requirement);
    }

    private Set<RequirementId> prerequisites(Requirement requirement) {
        return jdbc.sql("select prerequisite_id from requirement_prerequisite where requirement_id = :id")
                .param("id", requirement.uuid())
                .query((row, number) -> new RequirementId(Columns.uuid(row, "prerequisite_id")))
                .set();
    }

    private boolean leadsTo(RequirementId from, Requirement to) {
        return jdbc.sql("""
                with recursive reached (id) as (
                    select :from
                    union
                    select p.prerequisite_id from requirement_prerequisite p join reached r on p.requirement_id = r.id)
                select count(*) from reached where id = :to
                """)
                        .param("from", from.value())
                        .param("to", to.uuid())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
