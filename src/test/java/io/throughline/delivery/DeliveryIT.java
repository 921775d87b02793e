package io.throughline.delivery;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.backlog.BacklogKinds;
import io.throughline.plan.Baselines;
import io.throughline.plan.PlanFixtures;
import io.throughline.plan.PlanKinds;
import io.throughline.plan.content.PlanOperation;
import io.throughline.shared.CommonError;
import io.throughline.shared.Ids;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource.Stage;
import io.throughline.support.As;
import io.throughline.support.DatabaseCost;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class DeliveryIT {

    @Autowired
    Deliverables deliverables;

    @Autowired
    Acceptances acceptances;

    @Autowired
    PlanFixtures plans;

    @Autowired
    Fixtures people;

    @Autowired
    AskersInTests askers;

    @Autowired
    Baselines baselines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DeliveryTrace trace;

    @Autowired
    DatabaseCost cost;

    @Autowired
    DeliveryFixtures deliveries;

    @Test
    void onlyTheProjectsManagersDeliver() {
        var world = plans.drafted();
        refused(world.pm(), DeliveryError.NO_BASELINE, () -> deliveries.deliver(world));
        plans.approved(world);
        var stranger = people.projectManager();

        refused(stranger, CommonError.NOT_FOUND, () -> deliverables.deliver(world.project(), world.publicMap(), ""));
        refused(stranger, CommonError.NOT_FOUND, () -> deliverables.goesTo(world.project(), world.publicMap()));
        refused(stranger, CommonError.NOT_FOUND, () -> deliverables.ofProject(world.project()));
    }

    /** Who is told before it goes out reads the same people as those it goes to. */
    @Test
    void itDoesNotGoToThoseWhoseRequirementThePlanHasDropped() {
        var world = plans.drafted();
        plans.approved(world);
        var before = As.viewer(
                world.pm(),
                () -> deliverables.goesTo(world.project(), world.publicMap()).needs());
        assertThat(before).contains(world.damage());

        deliveries.changed(world, plan -> {
            var photo = plan.scope().stream()
                    .filter(item ->
                            item.requirement().value().equals(world.photo().value()))
                    .findFirst()
                    .orElseThrow();
            return List.of(new PlanOperation.Change(photo, photo.decided(false, "No money.")));
        });

        var after = As.viewer(
                world.pm(),
                () -> deliverables.goesTo(world.project(), world.publicMap()).needs());
        assertThat(after).isNotEmpty().isNotEqualTo(before);
        var handover = deliveries.deliver(world);
        assertThat(As.viewer(world.pm(), () -> deliverables.handover(handover)).needs())
                .containsExactlyInAnyOrderElementsOf(after);
    }

    @Test
    void whatWasHandedOverStandsBehindThePlansThatFollow() {
        var half = deliveries.halfAccepted();
        var guide = half.guide();
        deliveries.changed(
                half.world(),
                plan -> List.of(new PlanOperation.Remove(plan.deliverable(guide).orElseThrow())));
        var world = half.world();
        var now = As.viewer(world.pm(), () -> baselines.inForce(world.project()).orElseThrow());
        assertThat(now.number()).isEqualTo(2);

        var here = ObjectRef.of(PlanKinds.BASELINE, now.id());
        assertThat(As.viewer(world.pm(), () -> trace.arrows(world.pm(), List.of(here))))
                .filteredOn(arrow -> arrow.from().object().equals(here))
                .singleElement()
                .satisfies(arrow -> assertThat(arrow.to().stage()).isEqualTo(Stage.DELIVERABLE));
    }

    @Test
    void whatWaitsForACustomerIsFoundAmongAnyNumber() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.damage());
        var mine = deliveries.deliver(world);
        var others = plans.drafted();
        plans.approved(others);
        var another = deliveries.deliver(others);
        for (int time = 2; time <= 502; time++) {
            var again = Ids.next();
            jdbc.sql("""
                    insert into handover (id, project_id, baseline_id, deliverable_id, number, public_name, project_name, note,
                        delivered_by, delivered_at)
                    select ?, project_id, baseline_id, deliverable_id, ?, public_name, project_name, note, delivered_by,
                        delivered_at
                    from handover where id = ?
                    """).params(again, time, another.value()).update();
            jdbc.sql("insert into handover_need (handover_id, need_id) values (?, ?)")
                    .params(again, others.damage().value())
                    .update();
        }
        assertThat(As.viewer(customer, deliverables::waitingForMe))
                .extracting(Handover::id)
                .containsExactly(mine);
    }

    @Test
    void howOftenItWasHandedOverCostsNoMoreStatements() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.damage());
        deliveries.deliver(world);
        var once = statements(world);
        for (int time = 0; time < 4; time++) {
            As.viewer(
                    customer,
                    () -> acceptances.refuse(
                            deliverables.waitingForMe().getFirst().id(), "Not yet."));
            deliveries.deliver(world);
        }
        assertThat(statements(world)).isEqualTo(once);
        As.viewer(
                world.pm(),
                () -> assertThat(deliverables.ofProject(world.project()))
                        .singleElement()
                        .satisfies(row -> {
                            assertThat(row.handover().number()).isEqualTo(5);
                            assertThat(row.handover().requirements()).contains(world.photo(), world.map());
                            assertThat(row.handover().needs()).contains(world.damage(), world.repairs());
                        }));
    }

    @Test
    void howOftenItWasHandedOverCostsTheCustomerAndTheLineNoMoreStatements() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.damage());
        var first = deliveries.deliver(world);
        var requirement = List.of(ObjectRef.of(BacklogKinds.REQUIREMENT, world.photo()));
        var page = As.viewer(customer, () -> cost.of(() -> deliverables.page(first)))
                .statements();
        var line = As.viewer(customer, () -> cost.of(() -> trace.arrows(customer, requirement)))
                .statements();
        for (int time = 0; time < 3; time++) {
            As.viewer(
                    customer,
                    () -> acceptances.refuse(
                            deliverables.waitingForMe().getFirst().id(), "Not yet."));
            deliveries.deliver(world);
        }
        assertThat(As.viewer(customer, () -> cost.of(() -> deliverables.page(first)))
                        .statements())
                .isLessThanOrEqualTo(page);
        assertThat(As.viewer(customer, () -> cost.of(() -> trace.arrows(customer, requirement)))
                        .statements())
                .isEqualTo(line);
        assertThat(As.viewer(customer, () -> trace.arrows(customer, requirement)))
                .as("all four, from the baseline")
                .hasSize(4);
    }

    private long statements(PlanFixtures.World world) {
        return As.viewer(world.pm(), () -> cost.of(() -> deliverables.ofProject(world.project())))
                .statements();
    }
}
