package io.throughline.plan;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.PlannableRequirement;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.content.Obligation;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.ScopeChoice;
import io.throughline.plan.content.ScopeItem;
import io.throughline.plan.draft.Draft;
import io.throughline.plan.draft.DraftEditor;
import io.throughline.plan.draft.DraftSteps;
import io.throughline.plan.draft.ScopeStanding;
import io.throughline.plan.project.ProjectStore;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Effort;
import io.throughline.shared.Money;
import io.throughline.shared.Progress;
import io.throughline.shared.persistence.Command;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which requirements of the backlog a plan takes: computed and taken over, or decided one by one. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Scoping {

    /**
     * A computed scope; holds ids and reasons only.
     *
     * @param choice chosen greedily: a good scope, not proved to be the best one
     * @param budget it was computed under
     * @param capacity it was computed under
     */
    public record Proposal(ScopeChoice choice, Money budget, Effort capacity) {

        /** Whether it answers to the limits the plan has. */
        public boolean isFor(PlanContent plan) {
            return plan.header().budget().equals(budget)
                    && plan.header().capacity().equals(capacity);
        }
    }

    private final DraftEditor editor;
    private final ProjectStore projects;
    private final ScopeStanding standing;
    private final BacklogForPlanning backlog;
    private final CurrentViewer viewer;

    Scoping(
            DraftEditor editor,
            ProjectStore projects,
            ScopeStanding standing,
            BacklogForPlanning backlog,
            CurrentViewer viewer) {
        this.editor = editor;
        this.projects = projects;
        this.standing = standing;
        this.backlog = backlog;
        this.viewer = viewer;
    }

    /** @throws DomainException NOT_FOUND */
    public Choosable choosable(DraftId id) {
        return choosable(editor.readable(id));
    }

    /**
     * The scope the draft's budget and capacity allow; long where there is much to choose from.
     *
     * @throws DomainException NOT_FOUND
     */
    public Proposal compute(DraftId id, Progress progress) {
        var draft = editor.readable(id);
        var header = draft.content().header();
        var choosable = choosable(draft);
        var delivered = delivered(choosable);
        var ids =
                choosable.requirements().stream().map(PlannableRequirement::id).toList();
        var impossible = new HashSet<>(backlog.declined(ids));
        impossible.addAll(backlog.heldByOthers(ids, draft.project().value()));
        var candidates = choosable.requirements().stream()
                .filter(one -> !impossible.contains(one.id()))
                .map(one -> candidate(choosable, one, delivered.contains(one.id())))
                .toList();
        return new Proposal(
                ScopeChoice.greedy(
                        candidates, header.budget(), header.capacity(), done(choosable, delivered), progress),
                header.budget(),
                header.capacity());
    }

    /**
     * Takes a computed scope over as one step, just as it was seen; long where it is large.
     *
     * @throws DomainException as {@link Drafts#edit}
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public DraftDetail take(DraftId id, long version, Proposal proposal, Progress progress) {
        var draft = editor.editable(id, version);
        var known = draft.content().scope().stream().collect(Collectors.toMap(ScopeItem::requirement, item -> item));
        var reasons = proposal.choice().reasons();
        var chosen = reasons.keySet().stream()
                .map(ref -> new RequirementId(ref.value()))
                .toList();
        var delivered = backlog.alreadyDelivered(chosen);
        var operations = new ArrayList<PlanOperation>();
        var requirements = backlog.byIds(chosen);
        for (var requirement : requirements) {
            progress.at(operations.size(), 2 * requirements.size());
            var ref = new RequirementRef(requirement.id().value());
            var reason = Objects.requireNonNull(reasons.get(ref));
            var before = known.get(ref);
            if (delivered.contains(requirement.id()) && before != null && before.inScope()) {
                continue;
            }
            var after = item(requirement, reason.in(), reason.why(), before);
            if (before == null) {
                operations.add(new PlanOperation.Add(after));
            } else if (!before.equals(after)) {
                operations.add(new PlanOperation.Change(before, after));
            }
        }
        return editor.step(
                draft, DraftSteps.Kind.DO, operations, () -> progress.at(requirements.size(), 2 * requirements.size()));
    }

    /**
     * Decides on one requirement by hand.
     *
     * @param reason why it is in, or why not
     * @throws DomainException UNKNOWN_REQUIREMENT and as {@link Drafts#edit}
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public DraftDetail decide(DraftId id, long version, RequirementId requirement, boolean in, String reason) {
        var draft = editor.editable(id, version);
        var wanted = backlog.byIds(List.of(requirement)).stream()
                .findFirst()
                .orElseThrow(() -> new DomainException(
                        PlanError.UNKNOWN_REQUIREMENT, requirement.value().toString()));
        var before = draft.content().scope().stream()
                .filter(item -> item.requirement().value().equals(requirement.value()))
                .findFirst()
                .orElse(null);
        var after = item(wanted, in, null, null).decided(in, reason.strip());
        return editor.step(
                draft,
                DraftSteps.Kind.DO,
                List.of(before == null ? new PlanOperation.Add(after) : new PlanOperation.Change(before, after)));
    }

    private Choosable choosable(Draft draft) {
        var plan = draft.content();
        var area = projects.get(draft.project()).area();
        var held = new LinkedHashSet<>(plan.requirementsInScope());
        held.addAll(standing.dropped(draft).values());
        return new Choosable(
                backlog.plannable(
                        area,
                        held.stream().map(ref -> new RequirementId(ref.value())).toList()),
                meanRate(plan));
    }

    /** What is delivered stays, whatever it needs and costs. */
    private static ScopeChoice.Candidate candidate(Choosable choosable, PlannableRequirement one, boolean delivered) {
        return new ScopeChoice.Candidate(
                new RequirementRef(one.id().value()),
                one.score(),
                choosable.cost(one),
                one.effort(),
                delivered ? Set.of() : refs(one.prerequisites().stream()),
                delivered || one.must());
    }

    /** Of what can be chosen and of what that needs. */
    private Set<RequirementId> delivered(Choosable choosable) {
        return backlog.alreadyDelivered(choosable.requirements().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.id()), one.prerequisites().stream()))
                .collect(Collectors.toSet()));
    }

    /** What others need and is there already: it is no candidate any more, and doesn't hold them back. */
    private static Set<RequirementRef> done(Choosable choosable, Set<RequirementId> delivered) {
        var candidates =
                choosable.requirements().stream().map(PlannableRequirement::id).collect(Collectors.toSet());
        return refs(delivered.stream().filter(one -> !candidates.contains(one)));
    }

    private static Set<RequirementRef> refs(Stream<RequirementId> ids) {
        return ids.map(id -> new RequirementRef(id.value())).collect(Collectors.toSet());
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
}
