package io.throughline.plan;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.PlannableRequirement;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.content.ConflictingOperationException;
import io.throughline.plan.content.Obligation;
import io.throughline.plan.content.PlanCheck;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.PlanProblem;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.ScopeChoice;
import io.throughline.plan.content.ScopeItem;
import io.throughline.plan.content.Task;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import io.throughline.shared.persistence.Command;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Working copies of plans: edited step by step by the project's managers, read by those who may see what things cost. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Drafts {

    /**
     * A working copy as it stands.
     *
     * @param version passed back with every edit
     * @param baseNumber the baseline it started from, 0 for none
     * @param submission the last one, null if it was never submitted
     * @param problems worst first
     * @param contributors everybody who made, edited or took back anything in it: none of them may decide on it
     * @param editable whether the viewer may edit it now
     */
    public record View(
            DraftId id,
            long version,
            ProjectId project,
            DraftPurpose purpose,
            DraftState state,
            @Nullable BaselineId base,
            int baseNumber,
            @Nullable SubmissionId submission,
            PlanContent content,
            PlanFigures figures,
            List<PlanProblem> problems,
            Set<PersonId> contributors,
            boolean canUndo,
            boolean canRedo,
            boolean editable) {}

    /** One requirement of a computed scope. */
    public record ScopeLine(PlannableRequirement requirement, ScopeChoice.Reason reason) {}

    /**
     * What the computed choice would take.
     *
     * @param lines every requirement that could be taken, in rank order
     * @param hourlyRate what an hour of a requirement's effort was counted with: the mean of the plan's grades
     * @param choice chosen greedily: a good scope, not proved to be the best one
     */
    public record ScopeProposal(List<ScopeLine> lines, Money hourlyRate, ScopeChoice choice) {}

    private final DraftRepository drafts;
    private final DraftSteps steps;
    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final BacklogForPlanning backlog;
    private final CurrentViewer viewer;

    Drafts(
            DraftRepository drafts,
            DraftSteps steps,
            ProjectRepository projects,
            ProjectAccess access,
            BacklogForPlanning backlog,
            CurrentViewer viewer) {
        this.drafts = drafts;
        this.steps = steps;
        this.projects = projects;
        this.access = access;
        this.backlog = backlog;
        this.viewer = viewer;
    }

    /** @throws DomainException NOT_FOUND */
    public View draft(DraftId id) {
        return view(readable(id));
    }

    /**
     * Does one step of editing; nothing of it, if any of its operations doesn't fit.
     *
     * @param version as read
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, DRAFT_SUBMITTED, DRAFT_CLOSED, ITEM_CHANGED, CYCLE, BROKEN,
     *     UNKNOWN_REQUIREMENT, NOT_IN_PROJECT, NOTHING_CHANGED
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public View edit(DraftId id, long version, List<PlanOperation> operations) {
        return step(editable(id, version), DraftSteps.Kind.DO, operations);
    }

    /** Takes back the last step that stands. @throws DomainException NOTHING_TO_UNDO and as {@link #edit} */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public View undo(DraftId id, long version) {
        var draft = editable(id, version);
        var last = steps.stacks(id).undo();
        if (last.isEmpty()) {
            throw new DomainException(PlanError.NOTHING_TO_UNDO);
        }
        return step(draft, DraftSteps.Kind.UNDO, PlanOperation.inverse(last.getLast()));
    }

    /** Does again what was taken back last. @throws DomainException NOTHING_TO_REDO and as {@link #edit} */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public View redo(DraftId id, long version) {
        var draft = editable(id, version);
        var taken = steps.stacks(id).redo();
        if (taken.isEmpty()) {
            throw new DomainException(PlanError.NOTHING_TO_REDO);
        }
        return step(draft, DraftSteps.Kind.REDO, taken.getLast());
    }

    /**
     * The scope the draft's budget and capacity allow, from what no other project holds.
     *
     * @throws DomainException NOT_FOUND
     */
    public ScopeProposal proposedScope(DraftId id) {
        return propose(readable(id));
    }

    /** Takes the computed scope over as one step. @throws DomainException as {@link #edit} */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public View takeProposedScope(DraftId id, long version) {
        var draft = editable(id, version);
        var plan = draft.content();
        var known = plan.scope().stream().collect(Collectors.toMap(ScopeItem::requirement, item -> item));
        var operations = new ArrayList<PlanOperation>();
        for (var line : propose(draft).lines()) {
            var ref = new RequirementRef(line.requirement().id().value());
            var before = known.get(ref);
            var after =
                    item(line.requirement(), line.reason().in(), line.reason().why(), before);
            if (before == null) {
                operations.add(new PlanOperation.Add(after));
            } else if (!before.equals(after)) {
                operations.add(new PlanOperation.Change(before, after));
            }
        }
        return step(draft, DraftSteps.Kind.DO, operations);
    }

    /**
     * Decides on one requirement by hand.
     *
     * @param reason why it is in, or why not
     * @throws DomainException UNKNOWN_REQUIREMENT and as {@link #edit}
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public View decideScope(DraftId id, long version, RequirementId requirement, boolean in, String reason) {
        var draft = editable(id, version);
        var wanted = backlog.byIds(List.of(requirement)).stream()
                .findFirst()
                .orElseThrow(() -> new DomainException(
                        PlanError.UNKNOWN_REQUIREMENT, requirement.value().toString()));
        var before = draft.content().scope().stream()
                .filter(item -> item.requirement().value().equals(requirement.value()))
                .findFirst()
                .orElse(null);
        var after = item(wanted, in, null, null).decided(in, reason.strip());
        return step(
                draft,
                DraftSteps.Kind.DO,
                List.of(before == null ? new PlanOperation.Add(after) : new PlanOperation.Change(before, after)));
    }

    private View step(Draft draft, DraftSteps.Kind kind, List<PlanOperation> operations) {
        var before = draft.content();
        var after = applied(before, operations);
        if (after.equals(before)) {
            throw new DomainException(PlanError.NOTHING_CHANGED);
        }
        requireSound(after);
        requireKnownScope(before, after);
        requireMembers(draft.project(), before, after);
        int number = draft.step(after);
        var saved = drafts.saveAndFlush(draft);
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

    private ScopeProposal propose(Draft draft) {
        var plan = draft.content();
        var area = projects.findById(draft.project().value())
                .orElseThrow(DomainException::notFound)
                .area();
        var possible = new LinkedHashMap<RequirementId, PlannableRequirement>();
        backlog.plannable(area).forEach(one -> possible.put(one.id(), one));
        backlog.byIds(plan.scope().stream()
                        .filter(ScopeItem::inScope)
                        .map(item -> new RequirementId(item.requirement().value()))
                        .toList())
                .forEach(one -> possible.putIfAbsent(one.id(), one));
        var rate = meanRate(plan);
        var candidates = possible.values().stream()
                .map(one -> new ScopeChoice.Candidate(
                        new RequirementRef(one.id().value()),
                        one.score(),
                        one.cost().plus(rate.times(one.effort().hours())),
                        one.effort(),
                        one.prerequisites().stream()
                                .map(before -> new RequirementRef(before.value()))
                                .collect(Collectors.toSet()),
                        one.must()))
                .toList();
        var choice = ScopeChoice.greedy(
                candidates, plan.header().budget(), plan.header().capacity(), Set.of());
        var lines = possible.values().stream()
                .map(one -> new ScopeLine(
                        one,
                        choice.reasons()
                                .getOrDefault(
                                        new RequirementRef(one.id().value()),
                                        new ScopeChoice.Reason(ScopeChoice.Why.NO_VALUE, Set.of()))))
                .toList();
        return new ScopeProposal(lines, rate, choice);
    }

    private static Money meanRate(PlanContent plan) {
        if (plan.grades().isEmpty()) {
            return Money.ZERO;
        }
        var sum = plan.grades().stream()
                .map(grade -> grade.hourlyRate().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum.divide(BigDecimal.valueOf(plan.grades().size()), 2, RoundingMode.HALF_UP));
    }

    private ScopeItem item(
            PlannableRequirement requirement, boolean in, ScopeChoice.@Nullable Why why, @Nullable ScopeItem before) {
        return new ScopeItem(
                new RequirementRef(requirement.id().value()),
                requirement.version(),
                requirement.key(),
                requirement.title().in(viewer.get().locale()),
                requirement.must() ? Obligation.MUST : Obligation.SHOULD,
                in,
                why,
                before == null || before.inScope() != in ? null : before.reason());
    }

    private Draft readable(DraftId id) {
        var draft = drafts.findById(id.value()).orElseThrow(DomainException::notFound);
        access.requireSeesMoney(draft.project());
        return draft;
    }

    private Draft editable(DraftId id, long version) {
        var draft = readable(id);
        access.requireManages(draft.project());
        draft.requireVersion(version);
        return draft;
    }

    private View view(Draft draft) {
        var content = draft.content();
        var stacks = steps.stacks(draft.id());
        var editable = draft.editable() && access.of(draft.project()).manages();
        return new View(
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
                PlanCheck.problems(content),
                steps.contributors(draft),
                editable && !stacks.undo().isEmpty(),
                editable && !stacks.redo().isEmpty(),
                editable);
    }
}
