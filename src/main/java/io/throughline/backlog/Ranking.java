package io.throughline.backlog;

import io.throughline.backlog.rank.Standings;
import io.throughline.backlog.requirement.Requirement;
import io.throughline.backlog.requirement.RequirementRepository;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Moves by hand, beside the computed order. They commute, so no version travels with them. */
@Service
@PreAuthorize("hasRole('PROJECT_MANAGER')")
public class Ranking {

    private static final int LONGEST_REASON = 500;

    private final RequirementRepository requirements;
    private final Standings standings;
    private final CurrentViewer viewer;
    private final ApplicationEventPublisher events;

    Ranking(
            RequirementRepository requirements,
            Standings standings,
            CurrentViewer viewer,
            ApplicationEventPublisher events) {
        this.requirements = requirements;
        this.standings = standings;
        this.viewer = viewer;
        this.events = events;
    }

    /**
     * Pins a requirement right below another one of its area.
     *
     * @param below null pins it on top
     * @param reason why the score alone is not right here
     * @throws DomainException REASON_REQUIRED, NOT_RANKED, NO_ROOM_BETWEEN
     */
    @Command
    public void pin(RequirementId id, @Nullable RequirementId below, String reason) {
        if (TypedText.showsNothing(reason)) {
            throw new DomainException(BacklogError.REASON_REQUIRED);
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new DomainException(CommonError.TOO_LONG, "backlog.reason", LONGEST_REASON);
        }
        if (id.equals(below)) {
            return;
        }
        standings.lock(id);
        standings.pin(
                get(id),
                below == null ? null : below.value(),
                reason.strip(),
                viewer.get().id());
        act(ActKind.RANK_PINNED, id);
    }

    /** Back to where the score puts it. */
    @Command
    public void release(RequirementId id) {
        standings.lock(id);
        standings.release(get(id));
        act(ActKind.RANK_RELEASED, id);
    }

    private Requirement get(RequirementId id) {
        return requirements.findById(id.value()).orElseThrow(DomainException::notFound);
    }

    private void act(ActKind kind, RequirementId id) {
        events.publishEvent(Act.of(kind, ObjectRef.of(BacklogKinds.REQUIREMENT, id)));
    }
}
