package io.throughline.change;

import io.throughline.people.PersonInfo;
import io.throughline.plan.Amendments;
import io.throughline.plan.BaselineId;
import io.throughline.plan.Baselines;
import io.throughline.plan.DraftState;
import io.throughline.plan.Drafts;
import io.throughline.plan.PlanKinds;
import io.throughline.plan.ProjectId;
import io.throughline.plan.Projects;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.persistence.Keys;
import io.throughline.shared.row.Columns;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of a baseline: proposed by a project manager on a copy of it, judged on what they do to finish, cost and
 * needs, decided on by a manager who had no part in them. The copy is edited through {@link Drafts}.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class ChangeRequests {

    private final ChangeRepository changes;
    private final Amendments amendments;
    private final Baselines baselines;
    private final Drafts drafts;
    private final Projects projects;
    private final Judge judge;
    private final Keys keys;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeRequests(
            ChangeRepository changes,
            Amendments amendments,
            Baselines baselines,
            Drafts drafts,
            Projects projects,
            Judge judge,
            Keys keys,
            CurrentViewer viewer,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.changes = changes;
        this.amendments = amendments;
        this.baselines = baselines;
        this.drafts = drafts;
        this.projects = projects;
        this.judge = judge;
        this.keys = keys;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @throws DomainException NOT_FOUND */
    public ChangeDetail change(ChangeId id) {
        return view(readable(id));
    }

    /** @throws DomainException NOT_FOUND */
    public ChangeDetail byKey(String key) {
        return change(jdbc.sql("select id from change_request where change_key = :key")
                .param("key", key)
                .query((row, i) -> new ChangeId(Columns.uuid(row, "id")))
                .optional()
                .orElseThrow(DomainException::notFound));
    }

    /** Managers who may decide, by name; empty if nobody may. @throws DomainException NOT_FOUND, NOT_SUBMITTED */
    public List<PersonInfo> whoMayDecide(ChangeId id) {
        return amendments.whoMayDecide(readable(id).submission());
    }

    /**
     * Starts a change of the baseline in force.
     *
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, REQUIRED, TOO_LONG, STALE_BASELINE if another one is in force
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public ChangeId propose(BaselineId baseline, String title, String reason) {
        var base = baselines.baseline(baseline);
        requireInForce(base.project(), baseline);
        var draft = amendments.copy(baseline);
        return changes.saveAndFlush(new ChangeRequest(
                        keys.next(Keys.Kind.CR),
                        base.project(),
                        baseline,
                        draft,
                        title,
                        reason,
                        viewer.get().id(),
                        clock.instant()))
                .id();
    }

    /**
     * Hands the copy in as it stands, with what it changes.
     *
     * @param draftVersion of the copy, as read
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, STALE_BASELINE, NOTHING_CHANGED, CLOSED, INCOMPLETE
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void submit(ChangeId id, long draftVersion) {
        var change = managed(id);
        change.requireOpen();
        requireInForce(change.project(), change.baseline());
        var before = baselines.content(change.baseline());
        var after = drafts.draft(change.draft()).content();
        if (before.equals(after)) {
            throw new DomainException(ChangeError.NOTHING_CHANGED);
        }
        var submission = amendments.submit(change.draft(), draftVersion);
        change.submit(submission);
        changes.saveAndFlush(change);
        judge.keep(id, submission, judge.judge(before, after));
        act(ActKind.CHANGE_PROPOSED, change);
    }

    /** Sends it back with a question. @throws DomainException as {@link #approve} */
    @Command
    @PreAuthorize("hasRole('MANAGER')")
    public void ask(ChangeId id, String question) {
        var change = readable(id);
        change.question();
        changes.saveAndFlush(change);
        amendments.ask(change.submission(), question);
        act(ActKind.CHANGE_QUESTIONED, change);
    }

    /** Answers the open question. @throws DomainException NOT_FOUND, NOT_ALLOWED, NO_OPEN_QUESTION */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void answer(ChangeId id, String answer) {
        var change = managed(id);
        change.answer();
        changes.saveAndFlush(change);
        amendments.answer(change.submission(), answer);
        act(ActKind.CHANGE_ANSWERED, change);
    }

    /** Ends it. @throws DomainException as {@link #approve} */
    @Command
    @PreAuthorize("hasRole('MANAGER')")
    public void reject(ChangeId id, String reason) {
        var change = readable(id);
        change.reject();
        changes.saveAndFlush(change);
        amendments.reject(change.submission(), reason);
        act(ActKind.CHANGE_REJECTED, change);
    }

    /** Takes it back. @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, CLOSED */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void withdraw(ChangeId id, long version) {
        var change = managed(id);
        change.requireVersion(version);
        change.withdraw();
        changes.saveAndFlush(change);
        amendments.giveUp(change.draft());
        events.publishEvent(Act.of(
                ActKind.CHANGE_WITHDRAWN,
                ObjectRef.of(ChangeKinds.CHANGE, id),
                ObjectRef.of(PlanKinds.PROJECT, change.project())));
    }

    /**
     * Makes it the next baseline, in one transaction or not at all.
     *
     * @param hash of the content that was shown
     * @throws DomainException NOT_FOUND, NOT_SUBMITTED, CLOSED, STALE_BASELINE, AUTHOR_CANNOT_DECIDE, ALREADY_DECIDED,
     *     WITH_THE_AUTHOR, STALE if the hash is another, or what the backlog refuses
     */
    @Command
    @PreAuthorize("hasRole('MANAGER')")
    public BaselineId approve(ChangeId id, String hash) {
        var change = readable(id);
        var submission = change.submission();
        change.approve();
        requireInForce(change.project(), change.baseline());
        changes.saveAndFlush(change);
        var baseline = amendments.approve(submission, hash, null);
        events.publishEvent(Act.of(
                        ActKind.CHANGE_APPROVED,
                        ObjectRef.of(ChangeKinds.CHANGE, id),
                        ObjectRef.of(PlanKinds.PROJECT, change.project()),
                        ObjectRef.of(PlanKinds.SUBMISSION, submission),
                        ObjectRef.of(PlanKinds.BASELINE, baseline))
                .withHash(hash));
        return baseline;
    }

    private void act(ActKind kind, ChangeRequest change) {
        events.publishEvent(Act.of(
                        kind,
                        ObjectRef.of(ChangeKinds.CHANGE, change.id()),
                        ObjectRef.of(PlanKinds.PROJECT, change.project()),
                        ObjectRef.of(PlanKinds.SUBMISSION, change.submission()))
                .withHash(amendments.submission(change.submission()).hash()));
    }

    private void requireInForce(ProjectId project, BaselineId baseline) {
        var inForce = projects.project(project);
        if (!baseline.equals(inForce.baseline())) {
            throw new DomainException(ChangeError.STALE_BASELINE, inForce.baselineNumber());
        }
    }

    private ChangeRequest readable(ChangeId id) {
        var change = changes.findById(id.value()).orElseThrow(DomainException::notFound);
        if (!projects.access(change.project()).seesMoney()) {
            throw DomainException.notFound();
        }
        return change;
    }

    private ChangeRequest managed(ChangeId id) {
        var change = readable(id);
        if (!projects.access(change.project()).manages()) {
            throw new DomainException(CommonError.NOT_ALLOWED);
        }
        return change;
    }

    private ChangeDetail view(ChangeRequest change) {
        var base = baselines.baseline(change.baseline());
        var before = baselines.content(change.baseline());
        var draft = drafts.draft(change.draft());
        var submission = draft.submission() == null ? null : amendments.submission(draft.submission());
        var judgement = judge.judge(before, draft.content());
        if (submission != null && submission.content().equals(draft.content())) {
            judgement = new ChangeJudgement(
                    judgement.difference(), judge.kept(submission.id()).orElse(judgement.impact()));
        }
        return new ChangeDetail(
                change.id(),
                change.version(),
                change.key(),
                change.title(),
                change.reason(),
                draft.state() == DraftState.OPEN ? ChangeState.DRAFTING : change.state(),
                change.project(),
                change.baseline(),
                base.number(),
                change.draft(),
                submission,
                judgement,
                change.state().open()
                        && !change.baseline()
                                .equals(projects.project(change.project()).baseline()),
                change.proposedBy(),
                change.proposedAt());
    }
}
