package io.throughline.backlog;

import io.throughline.backlog.rank.Standings;
import io.throughline.backlog.requirement.Requirement;
import io.throughline.backlog.requirement.RequirementRepository;
import io.throughline.backlog.requirement.StatusLog;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The backlog as deliveries use it, inside the caller's transaction: the caller has judged who may say so, or is a listener
 * that acts for nobody, so that no role is asked for here.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BacklogForDelivery {

    private final RequirementRepository requirements;
    private final StatusLog log;
    private final Standings standings;
    private final EntityManager entities;

    BacklogForDelivery(RequirementRepository requirements, StatusLog log, Standings standings, EntityManager entities) {
        this.requirements = requirements;
        this.log = log;
        this.standings = standings;
        this.entities = entities;
    }

    /**
     * What became of these requirements by what was handed over. What is done stays done, and what no plan holds any more
     * stays as it is.
     */
    public void fulfilled(Map<RequirementId, Fulfilment> all) {
        for (var requirement : requirements.findAllById(
                all.keySet().stream().map(RequirementId::value).toList())) {
            if (inWork(requirement.state())) {
                tell(requirement, Objects.requireNonNull(all.get(requirement.id())));
            }
        }
    }

    private static boolean inWork(RequirementState state) {
        return switch (state) {
            case PLANNED, DELIVERED, PARTLY_DONE -> true;
            case PROPOSED, ACCEPTED, DONE, DECLINED -> false;
        };
    }

    private void tell(Requirement requirement, Fulfilment how) {
        if (!requirement.fulfil(how)) {
            // Two who answer at once for two parts of it don't see each other: one of them has to look again.
            entities.lock(requirement, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            return;
        }
        requirements.save(requirement);
        log.append(requirement, status(how), false);
        if (requirement.state().closed()) {
            standings.close(requirement);
        }
    }

    private static AnswerStatus status(Fulfilment how) {
        return switch (how) {
            case NOTHING -> AnswerStatus.PLANNED;
            case WAITING -> AnswerStatus.DELIVERED;
            case PARTLY -> AnswerStatus.PARTLY_DONE;
            case WHOLLY -> AnswerStatus.DONE;
        };
    }
}
