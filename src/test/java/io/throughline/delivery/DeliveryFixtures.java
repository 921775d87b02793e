package io.throughline.delivery;

import io.throughline.backlog.RequirementId;
import io.throughline.change.ChangeRequests;
import io.throughline.plan.Baselines;
import io.throughline.plan.Drafts;
import io.throughline.plan.PlanFixtures;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.DeliverableId;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.RequirementRef;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliverables that are handed over. */
@Component
class DeliveryFixtures {

    private final Deliverables deliverables;
    private final Acceptances acceptances;
    private final PlanFixtures plans;
    private final Fixtures people;
    private final AskersInTests askers;
    private final Drafts drafts;
    private final Baselines baselines;
    private final ChangeRequests changes;
    private final JdbcClient jdbc;

    DeliveryFixtures(
            Deliverables deliverables,
            Acceptances acceptances,
            PlanFixtures plans,
            Fixtures people,
            AskersInTests askers,
            Drafts drafts,
            Baselines baselines,
            ChangeRequests changes,
            JdbcClient jdbc) {
        this.deliverables = deliverables;
        this.acceptances = acceptances;
        this.plans = plans;
        this.people = people;
        this.askers = askers;
        this.drafts = drafts;
        this.baselines = baselines;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /** The public map. */
    HandoverId deliver(PlanFixtures.World world) {
        return As.viewer(world.pm(), () -> deliverables.deliver(world.project(), world.publicMap(), "It is online."));
    }

    HandoverId deliver(PlanFixtures.World world, DeliverableId deliverable) {
        return As.viewer(world.pm(), () -> deliverables.deliver(world.project(), deliverable, "Here it is."));
    }

    /** Map and guide serve one requirement, and the customer has accepted the map. */
    record Half(PlanFixtures.World world, DeliverableId guide, Viewer customer) {}

    Half halfAccepted() {
        var world = plans.drafted();
        var guide = alsoServing(world, world.photo());
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.damage());
        var map = deliver(world);
        As.viewer(customer, () -> acceptances.accept(map));
        return new Half(world, guide, customer);
    }

    /** A second deliverable for one of its requirements. */
    DeliverableId alsoServing(PlanFixtures.World world, RequirementId requirement) {
        return As.viewer(world.pm(), () -> {
            var view = drafts.draft(world.draft());
            var guide = new Deliverable(
                    DeliverableId.next(),
                    "D-2",
                    "Guide",
                    LocalizedText.en("How to read the map"),
                    view.content().stages().getFirst().id(),
                    null,
                    Set.of(new RequirementRef(requirement.value())),
                    List.of());
            drafts.edit(world.draft(), view.version(), List.of(new PlanOperation.Add(guide)));
            return guide.id();
        });
    }

    /** An approved change of the plan. */
    void changed(PlanFixtures.World world, Function<PlanContent, List<PlanOperation>> operations) {
        var change = As.viewer(world.pm(), () -> {
            var base = baselines.inForce(world.project()).orElseThrow();
            var id = changes.propose(base.id(), "Less", "It is not needed any more.");
            var draft = changes.change(id).draft();
            var view = drafts.draft(draft);
            view = drafts.edit(draft, view.version(), operations.apply(view.content()));
            changes.submit(id, view.version());
            return id;
        });
        As.viewer(
                world.manager(),
                () -> changes.approve(
                        change,
                        Objects.requireNonNull(changes.change(change).submission())
                                .hash()));
    }

    String state(RequirementId requirement) {
        return jdbc.sql("select state from requirement where id = ?")
                .param(requirement.value())
                .query(String.class)
                .single();
    }

    /** What customers were told of it, step by step. */
    List<String> told(RequirementId requirement) {
        return jdbc.sql("select status from requirement_status where requirement_id = ? order by number")
                .param(requirement.value())
                .query(String.class)
                .list();
    }
}
