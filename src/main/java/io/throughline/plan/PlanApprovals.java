package io.throughline.plan;

import io.throughline.people.PersonInfo;
import io.throughline.plan.submission.Submissions;
import io.throughline.shared.DomainException;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first plan of a project: handed in by its project manager, decided on by a manager who had no part in it. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class PlanApprovals {

    private final Submissions submissions;
    private final ApplicationEventPublisher events;

    PlanApprovals(Submissions submissions, ApplicationEventPublisher events) {
        this.submissions = submissions;
        this.events = events;
    }

    /** @throws DomainException NOT_FOUND */
    public Submission submission(SubmissionId id) {
        return submissions.get(id, DraftPurpose.PLAN);
    }

    /** Managers who may decide, by name; empty if nobody may. @throws DomainException NOT_FOUND */
    public List<PersonInfo> whoMayDecide(SubmissionId id) {
        return submissions.whoMayDecide(id, DraftPurpose.PLAN);
    }

    /**
     * Hands the draft in as it stands.
     *
     * @param version as read
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, INCOMPLETE, DRAFT_SUBMITTED, DRAFT_CLOSED
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public SubmissionId submit(DraftId draft, long version) {
        var id = submissions.submit(draft, version, DraftPurpose.PLAN);
        act(ActKind.PLAN_SUBMITTED, id);
        return id;
    }

    /** Sends it back with a question. @throws DomainException as {@link #approve} */
    @Command
    @PreAuthorize("hasRole('MANAGER')")
    public void ask(SubmissionId id, String question) {
        submissions.ask(id, DraftPurpose.PLAN, question);
        act(ActKind.PLAN_QUESTIONED, id);
    }

    /** Answers the open question: the submission waits for a decision again. @throws DomainException NO_OPEN_QUESTION */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void answer(SubmissionId id, String answer) {
        submissions.answer(id, DraftPurpose.PLAN, answer);
        act(ActKind.PLAN_ANSWERED, id);
    }

    /** Gives it back for good; the draft can be worked on and submitted anew. @throws DomainException as {@link #approve} */
    @Command
    @PreAuthorize("hasRole('MANAGER')")
    public void reject(SubmissionId id, String reason) {
        submissions.reject(id, DraftPurpose.PLAN, reason);
        act(ActKind.PLAN_REJECTED, id);
    }

    /**
     * Makes it baseline 1, in one transaction or not at all.
     *
     * @param hash of the content that was shown
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, AUTHOR_CANNOT_DECIDE, ALREADY_DECIDED, WITH_THE_AUTHOR, STALE if the
     *     hash is another, or what the backlog refuses
     */
    @Command
    @PreAuthorize("hasRole('MANAGER')")
    public BaselineId approve(SubmissionId id, String hash) {
        var baseline = submissions.approve(id, DraftPurpose.PLAN, hash, null);
        events.publishEvent(Act.of(
                        ActKind.PLAN_APPROVED,
                        ObjectRef.of(PlanKinds.PROJECT, submissions.project(id)),
                        ObjectRef.of(PlanKinds.SUBMISSION, id),
                        ObjectRef.of(PlanKinds.BASELINE, baseline))
                .withHash(hash));
        return baseline;
    }

    private void act(ActKind kind, SubmissionId id) {
        events.publishEvent(Act.of(
                        kind,
                        ObjectRef.of(PlanKinds.PROJECT, submissions.project(id)),
                        ObjectRef.of(PlanKinds.SUBMISSION, id))
                .withHash(submissions.hash(id)));
    }
}
