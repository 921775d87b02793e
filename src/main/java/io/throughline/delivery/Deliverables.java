package io.throughline.delivery;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.PlannableRequirement;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.Baselines;
import io.throughline.plan.PlanKinds;
import io.throughline.plan.ProjectId;
import io.throughline.plan.Projects;
import io.throughline.plan.content.Criterion;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.DeliverableId;
import io.throughline.plan.content.PlanContent;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.Role;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Utc;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is handed over: by a project manager, to the customers whose words led to it, who accept it or say why not. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("isAuthenticated()")
public class Deliverables {

    private static final int LONGEST_TEXT = 4000;

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
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliverables(
            Handovers handovers,
            Baselines baselines,
            Projects projects,
            BacklogForPlanning backlog,
            Fulfilments fulfilments,
            CurrentViewer viewer,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.handovers = handovers;
        this.baselines = baselines;
        this.projects = projects;
        this.backlog = backlog;
        this.fulfilments = fulfilments;
        this.viewer = viewer;
        this.jdbc = jdbc;
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
                TypedText.optional(note, "delivery.note", LONGEST_TEXT),
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
        act(ActKind.DELIVERABLE_DELIVERED, handover);
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

    /**
     * The customer confirms it: the line is closed.
     *
     * @throws DomainException NOT_FOUND for everybody whose words didn't lead to it, ALREADY_ANSWERED,
     *     DELIVERER_CANNOT_ANSWER
     */
    @Command
    @PreAuthorize("hasRole('CUSTOMER')")
    public void accept(HandoverId id) {
        answered(asked(id), Handover.Outcome.ACCEPTED, null, false);
    }

    /** The customer says why it is not what was asked for. @throws DomainException as {@link #accept}, REQUIRED */
    @Command
    @PreAuthorize("hasRole('CUSTOMER')")
    public void refuse(HandoverId id, String reason) {
        var handover = asked(id);
        var why = TypedText.required(reason, "delivery.refuse.reason", LONGEST_TEXT);
        answered(handover, Handover.Outcome.REFUSED, why, false);
    }

    /**
     * Says whether it is as promised where no customer can be asked, as no need stands behind it or nobody behind its
     * needs can sign in: on nobody's behalf, with a reason.
     *
     * @throws DomainException NOT_FOUND, ALREADY_ANSWERED, DELIVERER_CANNOT_ANSWER, REQUIRED, WAITING_FOR_CUSTOMER where
     *     a customer can be asked
     */
    @Command
    @PreAuthorize("hasRole('MANAGER')")
    public void answerForNobody(HandoverId id, Handover.Outcome outcome, String reason) {
        var handover = handovers.get(id);
        var me = viewer.get();
        if (!me.is(Role.MANAGER) || !handovers.readableAtWork(me, handover)) {
            throw DomainException.notFound();
        }
        requireOpen(handover);
        if (handovers.anybodyAsked(handover)) {
            throw new DomainException(DeliveryError.WAITING_FOR_CUSTOMER);
        }
        answered(handover, outcome, TypedText.required(reason, "delivery.refuse.reason", LONGEST_TEXT), true);
    }

    private Handover asked(HandoverId id) {
        var handover = handovers.get(id);
        var me = viewer.get();
        if (!me.is(Role.CUSTOMER) || !handovers.asked(me.id(), handover)) {
            throw DomainException.notFound();
        }
        requireOpen(handover);
        return handover;
    }

    private void requireOpen(Handover handover) {
        if (handover.deliveredBy().equals(viewer.get().id())) {
            throw new DomainException(DeliveryError.DELIVERER_CANNOT_ANSWER);
        }
        if (handover.answer() != null) {
            throw new DomainException(DeliveryError.ALREADY_ANSWERED);
        }
    }

    private void answered(Handover handover, Handover.Outcome outcome, @Nullable String reason, boolean forNobody) {
        store(handover, outcome, reason, forNobody);
        fulfilments.judge(handover.project(), handover.requirements());
        if (outcome == Handover.Outcome.ACCEPTED) {
            act(forNobody ? ActKind.DELIVERABLE_ACCEPTED_FOR_NOBODY : ActKind.DELIVERABLE_ACCEPTED, handover);
            events.publishEvent(
                    new DeliverableAccepted(Ids.next(), handover.project(), handover.deliverable(), handover.id()));
        } else {
            act(forNobody ? ActKind.DELIVERABLE_REFUSED_FOR_NOBODY : ActKind.DELIVERABLE_REFUSED, handover);
        }
    }

    private void store(Handover handover, Handover.Outcome outcome, @Nullable String reason, boolean forNobody) {
        try {
            jdbc.sql("""
                    insert into acceptance (id, handover_id, outcome, reason, for_nobody, decided_by, decided_at)
                    values (:id, :handover, :outcome, :reason, :forNobody, :by, :at)
                    """)
                    .param("id", Ids.next())
                    .param("handover", handover.id().value())
                    .param("outcome", outcome.name())
                    .param("reason", reason)
                    .param("forNobody", forNobody)
                    .param("by", viewer.get().id().value())
                    .param("at", Utc.column(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new DomainException(DeliveryError.ALREADY_ANSWERED);
        }
    }

    private void act(ActKind kind, Handover handover) {
        events.publishEvent(Act.of(
                kind,
                ObjectRef.of(DeliveryKinds.DELIVERABLE, handover.id()),
                ObjectRef.of(PlanKinds.PROJECT, handover.project())));
    }
}
