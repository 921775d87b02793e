package io.throughline.plan.submission;

import io.throughline.people.People;
import io.throughline.people.PersonInfo;
import io.throughline.plan.BaselineId;
import io.throughline.plan.Decided;
import io.throughline.plan.DraftId;
import io.throughline.plan.DraftPurpose;
import io.throughline.plan.DraftState;
import io.throughline.plan.PlanError;
import io.throughline.plan.Post;
import io.throughline.plan.ProjectId;
import io.throughline.plan.Submission;
import io.throughline.plan.SubmissionId;
import io.throughline.plan.SubmissionState;
import io.throughline.plan.baseline.BaselineWriter;
import io.throughline.plan.baseline.FrozenPlans;
import io.throughline.plan.content.PlanCheck;
import io.throughline.plan.content.PlanProblem;
import io.throughline.plan.draft.Draft;
import io.throughline.plan.draft.DraftSteps;
import io.throughline.plan.draft.DraftStore;
import io.throughline.plan.draft.ScopeStanding;
import io.throughline.plan.project.ProjectAccess;
import io.throughline.plan.project.ProjectStore;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Role;
import io.throughline.shared.TypedText;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How a working copy is handed in, questioned and decided on, the same for first plans and for changes. Whoever moves
 * anything saves the draft's row first: two who decide at once then meet there, and one of them starts again and finds
 * it decided.
 */
@Component
public class Submissions {

    private static final int LONGEST_TEXT = 4000;

    private final SubmissionRows rows;
    private final DraftStore drafts;
    private final DraftSteps steps;
    private final ScopeStanding standing;
    private final ProjectStore projects;
    private final ProjectAccess access;
    private final BaselineWriter baselines;
    private final FrozenPlans plans;
    private final People people;
    private final CurrentViewer viewer;
    private final Clock clock;

    Submissions(
            SubmissionRows rows,
            DraftStore drafts,
            DraftSteps steps,
            ScopeStanding standing,
            ProjectStore projects,
            ProjectAccess access,
            BaselineWriter baselines,
            FrozenPlans plans,
            People people,
            CurrentViewer viewer,
            Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.steps = steps;
        this.standing = standing;
        this.projects = projects;
        this.access = access;
        this.baselines = baselines;
        this.plans = plans;
        this.people = people;
        this.viewer = viewer;
        this.clock = clock;
    }

    public SubmissionId submit(DraftId draftId, long version, DraftPurpose purpose) {
        var draft = draft(draftId, purpose);
        access.requireManages(draft.project());
        draft.requireVersion(version);
        draft.requireEditable();
        standing.requireFits(draft);
        requireComplete(PlanCheck.problems(draft.content()));
        projects.get(draft.project()).requireBase(draft.baseNumber());
        var id = SubmissionId.next();
        draft.submit(id);
        drafts.save(draft);
        var me = viewer.get().id();
        var authors = new LinkedHashSet<>(steps.contributors(draft));
        authors.add(me);
        rows.add(id, draft, authors, me, clock.instant());
        return id;
    }

    public Submission get(SubmissionId id, DraftPurpose purpose) {
        var stored = rows.get(id);
        var draft = draft(stored.draft(), purpose);
        var rights = access.requireSeesMoney(draft.project());
        var authors = rows.authors(id);
        var decision = rows.decision(id);
        var state = state(id, draft, decision);
        var me = viewer.get();
        var figures = plans.figures(stored.hash(), true, stored::content);
        return new Submission(
                id,
                draft.project(),
                draft.id(),
                purpose,
                state,
                stored.baseNumber(),
                draft.base(),
                figures.plan(),
                figures,
                isOpen(state) ? standing.problems(draft, figures.plan()) : List.of(),
                stored.hash(),
                stored.engine(),
                stored.finish(),
                stored.cost(),
                stored.by(),
                stored.at(),
                authors,
                rows.thread(id),
                decision,
                state == SubmissionState.WAITING && me.is(Role.MANAGER) && !authors.contains(me.id()),
                state == SubmissionState.QUESTIONED && rights.manages());
    }

    public List<PersonInfo> whoMayDecide(SubmissionId id, DraftPurpose purpose) {
        access.requireSeesMoney(draft(rows.get(id).draft(), purpose).project());
        var authors = rows.authors(id);
        return people.withRole(Role.MANAGER).stream()
                .filter(manager -> !authors.contains(manager.id()))
                .toList();
    }

    public void ask(SubmissionId id, DraftPurpose purpose, String question) {
        var draft = toDecide(id, purpose);
        draft.question(id);
        drafts.save(draft);
        post(id, Post.Kind.QUESTION, question);
    }

    public void answer(SubmissionId id, DraftPurpose purpose, String answer) {
        var draft = draft(rows.get(id).draft(), purpose);
        access.requireManages(draft.project());
        draft.answer(id);
        drafts.save(draft);
        post(id, Post.Kind.ANSWER, answer);
        // Who speaks for a plan has a part in it, and decides on it no more.
        var me = viewer.get().id();
        if (!rows.authors(id).contains(me)) {
            rows.addAuthor(id, me);
        }
    }

    public void reject(SubmissionId id, DraftPurpose purpose, String reason) {
        var draft = toDecide(id, purpose);
        draft.reject(id);
        drafts.save(draft);
        decide(rows.get(id), false, required(reason, "plan.approval.reason"));
    }

    public BaselineId approve(SubmissionId id, DraftPurpose purpose, String hash, @Nullable String reason) {
        var draft = toDecide(id, purpose);
        var stored = rows.get(id);
        draft.approve(id);
        drafts.save(draft);
        if (!stored.hash().equals(hash)) {
            throw new DomainException(CommonError.STALE);
        }
        standing.requireFits(draft);
        var project = projects.get(draft.project());
        project.requireBase(stored.baseNumber());
        decide(
                stored,
                true,
                reason == null || TypedText.showsNothing(reason) ? null : required(reason, "plan.approval.reason"));
        return baselines.write(
                project, id, stored.content(), stored.hash(), viewer.get().id());
    }

    public String hash(SubmissionId id) {
        return rows.get(id).hash();
    }

    public ProjectId project(SubmissionId id) {
        return drafts.get(rows.get(id).draft()).project();
    }

    private Draft toDecide(SubmissionId id, DraftPurpose purpose) {
        var draft = draft(rows.get(id).draft(), purpose);
        access.requireSeesMoney(draft.project());
        if (!viewer.get().is(Role.MANAGER)) {
            throw new DomainException(CommonError.NOT_ALLOWED);
        }
        if (rows.authors(id).contains(viewer.get().id())) {
            throw new DomainException(PlanError.AUTHOR_CANNOT_DECIDE);
        }
        return draft;
    }

    private void decide(StoredSubmission submission, boolean approved, @Nullable String reason) {
        rows.addDecision(submission, new Decided(approved, reason, viewer.get().id(), clock.instant()));
    }

    private void post(SubmissionId id, Post.Kind kind, String text) {
        var label = "plan.approval." + (kind == Post.Kind.QUESTION ? "question" : "answer");
        rows.addPost(id, new Post(kind, required(text, label), viewer.get().id(), clock.instant()));
    }

    private static boolean isOpen(SubmissionState state) {
        return state == SubmissionState.WAITING || state == SubmissionState.QUESTIONED;
    }

    private static SubmissionState state(SubmissionId id, Draft draft, @Nullable Decided decision) {
        if (decision != null) {
            return decision.approved() ? SubmissionState.APPROVED : SubmissionState.REJECTED;
        }
        if (id.equals(draft.submission())) {
            if (draft.state() == DraftState.SUBMITTED) {
                return SubmissionState.WAITING;
            }
            if (draft.state() == DraftState.QUESTIONED) {
                return SubmissionState.QUESTIONED;
            }
        }
        return SubmissionState.SUPERSEDED;
    }

    private static void requireComplete(List<PlanProblem> problems) {
        for (var problem : problems) {
            if (problem.severity() != PlanProblem.Severity.WARNING) {
                throw new DomainException(PlanError.INCOMPLETE, problem.item(), "plan.problem." + problem.kind());
            }
        }
    }

    private Draft draft(DraftId id, DraftPurpose purpose) {
        var draft = drafts.get(id);
        if (draft.purpose() != purpose) {
            throw DomainException.notFound();
        }
        return draft;
    }

    private static String required(String text, String label) {
        return TypedText.required(text, label, LONGEST_TEXT);
    }
}
