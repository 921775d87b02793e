package io.throughline.backlog;

import io.throughline.backlog.rank.Scoring;
import io.throughline.backlog.rank.Standings;
import io.throughline.backlog.requirement.ContentMerge;
import io.throughline.backlog.requirement.Requirement;
import io.throughline.backlog.requirement.RequirementReader;
import io.throughline.backlog.requirement.RequirementRepository;
import io.throughline.backlog.requirement.RequirementWriter;
import io.throughline.backlog.requirement.StatusLog;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.persistence.Command;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requirements one by one: written, agreed to, declined, linked. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Requirements {

    private final RequirementReader reader;
    private final RequirementWriter writer;
    private final RequirementRepository requirements;
    private final Standings standings;
    private final Scoring scoring;
    private final StatusLog log;
    private final CurrentViewer viewer;

    Requirements(
            RequirementReader reader,
            RequirementWriter writer,
            RequirementRepository requirements,
            Standings standings,
            Scoring scoring,
            StatusLog log,
            CurrentViewer viewer) {
        this.reader = reader;
        this.writer = writer;
        this.requirements = requirements;
        this.standings = standings;
        this.scoring = scoring;
        this.log = log;
        this.viewer = viewer;
    }

    /** @throws DomainException NOT_FOUND */
    public RequirementDetail detail(RequirementId id) {
        return reader.detail(id);
    }

    /** Those whose key or words match, best first; at most 50. */
    public List<RequirementName> find(String query, int limit) {
        return reader.find(query, Math.clamp(limit, 1, 50));
    }

    /**
     * A new requirement, proposed, last in its area until evidence scores it.
     *
     * @param needs those it serves; where there are none, the content says why
     * @throws DomainException NEED_OR_REASON, OUT_OF_RANGE
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public RequirementId create(AreaId area, RequirementContent content, Collection<NeedId> needs) {
        return writer.create(area, content, needs).id();
    }

    /**
     * Stores another wording. Where somebody else changed it meanwhile, changes to different fields are joined.
     *
     * @param version as read
     * @param seen the content as read
     * @return the new version
     * @throws DomainException CHANGED_MEANWHILE with both values where both changed the same field, NEED_OR_REASON,
     *     OUT_OF_RANGE
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public long reword(RequirementId id, long version, RequirementContent seen, RequirementContent mine) {
        standings.lock(id);
        var requirement = get(id);
        var stored = requirement.content();
        var wanted = requirement.version() == version ? mine : ContentMerge.merge(seen, stored, mine);
        if (!requirement.reword(wanted)) {
            return requirement.version();
        }
        writer.requireNeedOrReason(requirement, wanted);
        var saved = writer.saveWording(requirement);
        if (!wanted.inputs().equals(stored.inputs()) || !wanted.effort().equals(stored.effort())) {
            scoring.rescore(saved);
        }
        return saved.version();
    }

    /** Agreed to be worth doing: projects may take it. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void accept(RequirementId id, long version) {
        standings.lock(id);
        var requirement = get(id, version);
        requirement.accept();
        requirements.save(requirement);
    }

    /**
     * Will not be done. Everybody whose answer led to it reads why.
     *
     * @param reason at most 1,000 characters
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void decline(RequirementId id, long version, String reason) {
        standings.lock(id);
        var requirement = get(id, version);
        requirement.decline(reason);
        standings.close(requirement);
        requirements.save(requirement);
        var step = log.append(requirement, AnswerStatus.DECLINED, false);
        var words = LocalizedText.of(viewer.get().locale(), reason.strip());
        log.write(new StatusId(step), words, viewer.get().id());
    }

    /** Takes a decline back: proposed again, ranked by its score. */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void reconsider(RequirementId id, long version) {
        standings.lock(id);
        var requirement = get(id, version);
        requirement.reconsider();
        standings.reopen(requirement);
        requirements.save(requirement);
        log.append(requirement, AnswerStatus.REQUIREMENT, false);
    }

    /** Says that it serves this need, too; saying it again changes nothing. @throws DomainException NOT_FOUND */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void serve(RequirementId id, NeedId need) {
        writer.link(get(id), need);
    }

    /** Says that it doesn't serve this need. @throws DomainException NOT_FOUND, NEED_OR_REASON if it serves no other */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void serveNoMore(RequirementId id, NeedId need) {
        standings.lock(id);
        writer.unlink(get(id), need);
    }

    /**
     * Says which requirements must be done with or before it: these, and no others any more.
     *
     * @param version as read with those it had
     * @return the new version
     * @throws DomainException STALE, PREREQUISITE_CYCLE
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public long require(RequirementId id, long version, Set<RequirementId> prerequisites) {
        standings.lock(id);
        return writer.require(get(id, version), prerequisites).version();
    }

    private Requirement get(RequirementId id) {
        return requirements.findById(id.value()).orElseThrow(DomainException::notFound);
    }

    private Requirement get(RequirementId id, long version) {
        var requirement = get(id);
        requirement.requireVersion(version);
        return requirement;
    }
}
