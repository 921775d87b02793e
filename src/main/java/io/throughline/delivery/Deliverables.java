package io.throughline.delivery;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.PlannableRequirement;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.Baselines;
import io.throughline.plan.ProjectId;
import io.throughline.plan.Projects;
import io.throughline.plan.content.Criterion;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.DeliverableId;
import io.throughline.plan.content.PlanContent;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Role;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.persistence.Command;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is handed over: by a project manager, to the customers whose words led to it. They answer in {@link Acceptances}. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("isAuthenticated()")
public class Deliverables {

    /**
     * A deliverable of the baseline in force.
     *
     * @param finish when it is to be ready
     * @param handover the last one, null before the first
     */
    public record Row(
            Deliverable deliverable,
            @Nullable LocalDate finish,
            DeliverableState state,
            @Nullable Handover handover) {}

    /**
     * A handover with what its reader needs to judge it.
     *
     * @param criteria when it is as promised, as the baseline it was made for says
     * @param times every time it was handed over, as far as the viewer may read them, the newest first
     * @param mayAnswer whether the viewer is a customer whose answer is waited for
     * @param nobodyAsked whether an answer is waited for that no customer can give; told only at work
     * @param mayAnswerForNobody whether the viewer is a manager who may give it
     */
    public record Page(
            Handover handover,
            List<Criterion> criteria,
            List<Handover> times,
            boolean mayAnswer,
            boolean nobodyAsked,
            boolean mayAnswerForNobody) {}

    private final Handovers handovers;
    private final Baselines baselines;
    private final Projects projects;
    private final BacklogForPlanning backlog;
    private final Fulfilments fulfilments;
    private final CurrentViewer viewer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliverables(
            Handovers handovers,
            Baselines baselines,
            Projects projects,
            BacklogForPlanning backlog,
            Fulfilments fulfilments,
            CurrentViewer viewer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.handovers = handovers;
        this.baselines = baselines;
        this.projects = projects;
        this.backlog = backlog;
        this.fulfilments = fulfilments;
        this.viewer = viewer;
        this.events = events;
        this.clock = clock;
    }

    /** What the baseline in force promises and where it stands. @throws DomainException NOT_FOUND */
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER','TEAM_MEMBER')")
    public List<Row> ofProject(ProjectId project) {
        var inForce = baselines.inForce(project);
        if (inForce.isEmpty()) {
            return List.of();
        }
        var last = handovers.lastOf(project);
        return baselines.deliverables(inForce.get().id()).stream()
                .map(planned -> {
                    var handover = last.get(planned.deliverable().id());
                    return new Row(planned.deliverable(), planned.finish(), DeliverableState.of(handover), handover);
                })
                .toList();
    }

    /** What waits for the viewer's answer as a customer, newest first. */
    @PreAuthorize("hasRole('CUSTOMER')")
    public List<Handover> waitingForMe() {
        return handovers.waitingFor(viewer.get().id());
    }

    /** What the viewer as a customer refused and is to get again, newest first. */
    @PreAuthorize("hasRole('CUSTOMER')")
    public List<Handover> refusedByMe() {
        return handovers.refusedBy(viewer.get().id());
    }

    /** @throws DomainException NOT_FOUND */
    public Handover handover(HandoverId id) {
        var handover = handovers.get(id);
        var me = viewer.get();
        if (!handovers.readable(me, handover)) {
            throw DomainException.notFound();
        }
        return handovers.readableAtWork(me, handover) ? handover : handover.asReadBy(me.id());
    }

    /** @throws DomainException NOT_FOUND */
    public Page page(HandoverId id) {
        var handover = handover(id);
        var me = viewer.get();
        var times = handovers.readable(me, handovers.of(handover.project(), handover.deliverable())).stream()
                .map(one -> handovers.readableAtWork(me, one) ? one : one.asReadBy(me.id()))
                .toList();
        boolean waits = handover.answer() == null && !handover.deliveredBy().equals(me.id());
        boolean nobodyAsked = handover.answer() == null
                && handovers.readableAtWork(me, handover)
                && !handovers.anybodyAsked(handover);
        return new Page(
                handover,
                baselines.promised(handover.baseline(), handover.deliverable()).criteria(),
                times,
                waits && me.is(Role.CUSTOMER) && handovers.asked(me.id(), handover),
                nobodyAsked,
                nobodyAsked && waits && me.is(Role.MANAGER));
    }

    /**
     * Says that a deliverable of the baseline in force is handed over.
     *
     * @param note what the customers should know
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, NO_BASELINE, WAITING_FOR_CUSTOMER, ALREADY_ACCEPTED
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public HandoverId deliver(ProjectId project, DeliverableId deliverable, String note) {
        var rights = projects.access(project);
        if (!rights.reads()) {
            throw DomainException.notFound();
        }
        if (!rights.manages()) {
            throw new DomainException(CommonError.NOT_ALLOWED);
        }
        var inForce = baselines.inForce(project).orElseThrow(() -> new DomainException(DeliveryError.NO_BASELINE));
        var promised = baselines.promised(inForce.id(), deliverable);
        var before = handovers.lastOf(project).get(deliverable);
        switch (DeliverableState.of(before)) {
            case DELIVERED -> throw new DomainException(DeliveryError.WAITING_FOR_CUSTOMER);
            case ACCEPTED -> throw new DomainException(DeliveryError.ALREADY_ACCEPTED);
            case PLANNED, REFUSED -> {}
        }
        var content = baselines.content(inForce.id());
        var requirements = served(content, promised);
        var handover = new Handover(
                HandoverId.next(),
                project,
                inForce.id(),
                deliverable,
                before == null ? 1 : before.number() + 1,
                promised.publicName(),
                content.header().publicName(),
                TypedText.optional(note, "delivery.note", Handover.LONGEST_TEXT),
                viewer.get().id(),
                clock.instant(),
                requirements.stream().map(one -> one.id()).collect(Collectors.toSet()),
                needs(requirements),
                null);
        try {
            handovers.add(handover);
        } catch (DuplicateKeyException e) {
            throw new DomainException(DeliveryError.WAITING_FOR_CUSTOMER);
        }
        fulfilments.judge(handover.project(), handover.requirements());
        events.publishEvent(handover.act(ActKind.DELIVERABLE_DELIVERED));
        return handover.id();
    }

    /** @param anybody whether a customer is behind one of these needs who can sign in, so that somebody is asked */
    public record GoesTo(Set<NeedId> needs, boolean anybody) {}

    /**
     * Whoever is behind these needs is asked to accept a deliverable that is handed over now: what the plan has dropped
     * meanwhile is not told of.
     *
     * @throws DomainException NOT_FOUND, NO_BASELINE
     */
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public GoesTo goesTo(ProjectId project, DeliverableId deliverable) {
        if (!projects.access(project).reads()) {
            throw DomainException.notFound();
        }
        var inForce = baselines.inForce(project).orElseThrow(() -> new DomainException(DeliveryError.NO_BASELINE));
        var needs = needs(served(baselines.content(inForce.id()), baselines.promised(inForce.id(), deliverable)));
        return new GoesTo(needs, handovers.anybodyBut(viewer.get().id(), needs));
    }

    private List<PlannableRequirement> served(PlanContent content, Deliverable promised) {
        var inScope = content.requirementsInScope();
        return backlog.byIds(promised.requirements().stream()
                .filter(inScope::contains)
                .map(ref -> new RequirementId(ref.value()))
                .toList());
    }

    private static Set<NeedId> needs(List<PlannableRequirement> requirements) {
        var needs =
                new TreeSet<NeedId>(Comparator.comparing(need -> need.value().toString()));
        requirements.forEach(requirement -> needs.addAll(requirement.needs()));
        return needs;
    }
}
