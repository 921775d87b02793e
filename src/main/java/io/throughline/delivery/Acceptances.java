package io.throughline.delivery;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.Role;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Utc;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether what was handed over is what was asked for: the customers whose words led to it say so, once. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("isAuthenticated()")
public class Acceptances {

    private final Handovers handovers;
    private final Fulfilments fulfilments;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Acceptances(
            Handovers handovers,
            Fulfilments fulfilments,
            CurrentViewer viewer,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.handovers = handovers;
        this.fulfilments = fulfilments;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
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
        var why = TypedText.required(reason, "delivery.refuse.reason", Handover.LONGEST_TEXT);
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
        answered(handover, outcome, TypedText.required(reason, "delivery.refuse.reason", Handover.LONGEST_TEXT), true);
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
            events.publishEvent(
                    handover.act(forNobody ? ActKind.DELIVERABLE_ACCEPTED_FOR_NOBODY : ActKind.DELIVERABLE_ACCEPTED));
            events.publishEvent(
                    new DeliverableAccepted(Ids.next(), handover.project(), handover.deliverable(), handover.id()));
        } else {
            events.publishEvent(
                    handover.act(forNobody ? ActKind.DELIVERABLE_REFUSED_FOR_NOBODY : ActKind.DELIVERABLE_REFUSED));
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
}
