package io.throughline.delivery;

import io.throughline.backlog.NeedId;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.BaselineId;
import io.throughline.plan.PlanKinds;
import io.throughline.plan.ProjectId;
import io.throughline.plan.content.DeliverableId;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deliverable handed over once, in words customers may read.
 *
 * @param number 1 for the first time, more after a refusal
 * @param answer a customer's, or a manager's where none can be asked; null while it is waited for
 */
public record Handover(
        HandoverId id,
        ProjectId project,
        BaselineId baseline,
        DeliverableId deliverable,
        int number,
        LocalizedText publicName,
        LocalizedText projectName,
        String note,
        PersonId deliveredBy,
        Instant deliveredAt,
        Set<RequirementId> requirements,
        Set<NeedId> needs,
        @Nullable Answer answer) {

    /** Characters of a note or a reason. */
    static final int LONGEST_TEXT = 4000;

    /** What was said of it. */
    public enum Outcome {
        ACCEPTED,
        REFUSED
    }

    Handover serving(Set<RequirementId> servedRequirements, Set<NeedId> servedNeeds) {
        return with(servedRequirements, servedNeeds, answer);
    }

    /** As a customer reads it: what another customer gave as a reason is that one's own. */
    Handover asReadBy(PersonId customer) {
        var given = answer;
        return given == null || given.by().equals(customer)
                ? this
                : with(
                        requirements,
                        needs,
                        new Answer(given.outcome(), null, given.by(), given.at(), given.forNobody()));
    }

    /** To be told of it and its project. */
    Act act(ActKind kind) {
        return Act.of(kind, ObjectRef.of(DeliveryKinds.DELIVERABLE, id), ObjectRef.of(PlanKinds.PROJECT, project));
    }

    private Handover with(Set<RequirementId> served, Set<NeedId> servedNeeds, @Nullable Answer told) {
        return new Handover(
                id,
                project,
                baseline,
                deliverable,
                number,
                publicName,
                projectName,
                note,
                deliveredBy,
                deliveredAt,
                served,
                servedNeeds,
                told);
    }

    /**
     * @param reason given with every refusal; null also for who may not read it
     * @param forNobody by a manager, as no customer could be asked; then there always is a reason
     */
    public record Answer(Outcome outcome, @Nullable String reason, PersonId by, Instant at, boolean forNobody) {}
}
