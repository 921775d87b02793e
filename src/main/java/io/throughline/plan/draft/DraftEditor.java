package io.throughline.plan.draft;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.DraftId;
import io.throughline.plan.PlanError;
import io.throughline.plan.ProjectId;
import io.throughline.plan.content.ConflictingOperationException;
import io.throughline.plan.content.PlanCheck;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.PlanProblem;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.ScopeItem;
import io.throughline.plan.content.Task;
import io.throughline.plan.project.ProjectAccess;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One step of editing a working copy, and the rules every step keeps, whatever it is about. */
@Component
public class DraftEditor {

    private final DraftStore drafts;
    private final DraftSteps steps;
    private final ScopeStanding standing;
    private final ProjectAccess access;
    private final BacklogForPlanning backlog;
    private final CurrentViewer viewer;

    DraftEditor(
            DraftStore drafts,
            DraftSteps steps,
            ScopeStanding standing,
            ProjectAccess access,
            BacklogForPlanning backlog,
            CurrentViewer viewer) {
        this.drafts = drafts;
        this.steps = steps;
        this.standing = standing;
        this.access = access;
        this.backlog = backlog;
        this.viewer = viewer;
    }

    /** @throws DomainException NOT_FOUND */
    public Draft readable(DraftId id) {
        var draft = drafts.get(id);
        access.requireSeesMoney(draft.project());
        return draft;
    }

    /** @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE */
    public Draft editable(DraftId id, long version) {
        var draft = readable(id);
        access.requireManages(draft.project());
        draft.requireVersion(version);
        return draft;
    }

    public DraftDetail view(Draft draft) {
        var content = draft.content();
        var stacks = steps.stacks(draft.id());
        var editable = draft.editable() && access.of(draft.project()).manages();
        return new DraftDetail(
                draft.id(),
                draft.version(),
                draft.project(),
                draft.purpose(),
                draft.state(),
                draft.base(),
                draft.baseNumber(),
                draft.submission(),
                content,
                PlanFigures.of(content),
                PlanCheck.problems(content, standing.problems(draft, content)),
                steps.contributors(draft),
                editable && !stacks.undo().isEmpty(),
                editable && !stacks.redo().isEmpty(),
                editable);
    }

    /**
     * Does all of these operations, or none.
     *
     * @throws DomainException DRAFT_SUBMITTED, DRAFT_CLOSED, ITEM_CHANGED, CYCLE, BROKEN, UNKNOWN_REQUIREMENT,
     *     NOT_IN_PROJECT, NOTHING_CHANGED
     */
    public DraftDetail step(Draft draft, DraftSteps.Kind kind, List<PlanOperation> operations) {
        return step(draft, kind, operations, () -> {});
    }

    /** @param before called before anything is stored: the last chance to stop by throwing */
    public DraftDetail step(Draft draft, DraftSteps.Kind kind, List<PlanOperation> operations, Runnable before) {
        var was = draft.content();
        var is = applied(was, operations);
        if (is.equals(was)) {
            throw new DomainException(PlanError.NOTHING_CHANGED);
        }
        requireSound(is);
        requireKnownScope(was, is);
        requireMembers(draft.project(), was, is);
        before.run();
        int number = draft.step(is);
        var saved = drafts.save(draft);
        steps.add(draft.id(), number, kind, operations, viewer.get().id());
        return view(saved);
    }

    private static PlanContent applied(PlanContent plan, List<PlanOperation> operations) {
        try {
            return PlanOperation.applyAll(plan, operations);
        } catch (ConflictingOperationException e) {
            throw new DomainException(PlanError.ITEM_CHANGED, e.item());
        }
    }

    private static void requireSound(PlanContent plan) {
        for (var problem : PlanCheck.problems(plan)) {
            if (problem.kind() == PlanProblem.Kind.CYCLE) {
                throw new DomainException(PlanError.CYCLE, problem.detail());
            }
            if (problem.severity() == PlanProblem.Severity.BROKEN) {
                throw new DomainException(PlanError.BROKEN, problem.item(), "plan.problem." + problem.kind());
            }
        }
    }

    /** Scope is taken from the backlog, in a wording it really had: never made up. */
    private void requireKnownScope(PlanContent before, PlanContent after) {
        var kept = Set.copyOf(before.scope());
        Map<RequirementRef, ScopeItem> added = new LinkedHashMap<>();
        after.scope().stream()
                .filter(item -> !kept.contains(item))
                .forEach(item -> added.put(item.requirement(), item));
        if (added.isEmpty()) {
            return;
        }
        backlog.byIds(added.keySet().stream()
                        .map(ref -> new RequirementId(ref.value()))
                        .toList())
                .forEach(known -> {
                    var ref = new RequirementRef(known.id().value());
                    var item = added.get(ref);
                    if (item != null
                            && item.requirementVersion() >= 1
                            && item.requirementVersion() <= known.version()) {
                        added.remove(ref);
                    }
                });
        if (!added.isEmpty()) {
            throw new DomainException(
                    PlanError.UNKNOWN_REQUIREMENT,
                    added.values().iterator().next().code());
        }
    }

    /** Work is given to people of the project; who left it keeps what they had until somebody else takes it over. */
    private void requireMembers(ProjectId project, PlanContent before, PlanContent after) {
        var known = before.tasks().stream().map(Task::assignee).collect(Collectors.toSet());
        for (var task : after.tasks()) {
            var person = task.assignee();
            if (person != null && !known.contains(person) && !access.isMember(project, person)) {
                throw new DomainException(PlanError.NOT_IN_PROJECT, task.title());
            }
        }
    }
}
