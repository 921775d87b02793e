package io.throughline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.plan.PlanFixtures;
import io.throughline.plan.Projects;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource.Stage;
import io.throughline.support.As;
import io.throughline.support.DatabaseCost;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class DeliveryIT {

    @Autowired
    PlanFixtures plans;

    @Autowired
    Fixtures people;

    @Autowired
    Deliverables deliverables;

    @Autowired
    AskersInTests askers;

    @Autowired
    DeliveryTrace trace;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatabaseCost cost;

    @Autowired
    Projects projects;

    @Test
    void theCustomerWhoAskedAcceptsAndTheLineIsClosed() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.damage());
        var handover = deliver(world);

        As.viewer(customer, () -> {
            assertThat(deliverables.waitingForMe()).extracting(Handover::id).containsExactly(handover);
            assertThat(deliverables.handover(handover).publicName()).isEqualTo("Map of all works");
            deliverables.accept(handover);
            assertThat(deliverables.waitingForMe()).isEmpty();
        });

        assertThat(state(world)).isEqualTo("DONE");
        assertThat(As.viewer(
                        world.pm(),
                        () -> trace.arrows(world.pm(), List.of(ObjectRef.of(DeliveryKinds.DELIVERABLE, handover)))))
                .extracting(arrow -> arrow.from().stage(), arrow -> arrow.to().stage())
                .contains(tuple(Stage.SCOPE, Stage.DELIVERABLE), tuple(Stage.DELIVERABLE, Stage.ACCEPTANCE));
        As.viewer(
                world.pm(),
                () -> assertThat(deliverables.ofProject(world.project()))
                        .singleElement()
                        .satisfies(row -> assertThat(row.state()).isEqualTo(DeliverableState.ACCEPTED)));
        refused(customer, DeliveryError.ALREADY_ANSWERED, () -> {
            deliverables.refuse(handover, "no, after all");
            return 1;
        });
        refused(world.pm(), DeliveryError.ALREADY_ACCEPTED, () -> deliver(world));
    }

    @Test
    void aRefusalTakesAReasonAndIsDeliveredAgain() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.repairs());
        var first = deliver(world);
        refused(customer, CommonError.REQUIRED, () -> {
            deliverables.refuse(first, " ");
            return 1;
        });
        refused(world.pm(), DeliveryError.WAITING_FOR_CUSTOMER, () -> deliver(world));

        As.viewer(customer, () -> deliverables.refuse(first, "The map is a day old."));

        assertThat(state(world)).isEqualTo("PLANNED");
        var second = deliver(world);
        As.viewer(customer, () -> {
            assertThat(deliverables.handover(second).number()).isEqualTo(2);
            deliverables.accept(second);
        });
    }

    @Test
    void onlyWhoAskedAccepts() {
        var world = plans.drafted();
        plans.approved(world);
        var handover = deliver(world);
        var other = people.customer();

        refused(other, CommonError.NOT_FOUND, () -> deliverables.handover(handover));
        refused(other, CommonError.NOT_FOUND, () -> deliverables.page(handover));
        As.viewer(
                world.pm(),
                () -> assertThat(deliverables.page(handover).mayAnswer()).isFalse());
        refused(other, CommonError.NOT_FOUND, () -> {
            deliverables.accept(handover);
            return 1;
        });
        refused(other, CommonError.NOT_FOUND, () -> {
            deliverables.refuse(handover, "not mine");
            return 1;
        });
        As.viewer(other, () -> assertThat(deliverables.waitingForMe()).isEmpty());
    }

    @Test
    void theReasonOfOneCustomerIsNotForAnother() {
        var world = plans.drafted();
        plans.approved(world);
        var one = people.customer();
        var another = people.customer();
        askers.asked(one.id(), world.damage());
        askers.asked(another.id(), world.repairs());
        var handover = deliver(world);

        As.viewer(one, () -> deliverables.refuse(handover, "My own street is missing."));

        assertThat(reasons(one, handover)).containsExactly("My own street is missing.", "My own street is missing.");
        assertThat(reasons(world.pm(), handover)).hasSize(2);
        assertThat(reasons(another, handover)).isEmpty();
        As.viewer(
                another,
                () -> assertThat(deliverables.handover(handover).answer())
                        .satisfies(answer -> assertThat(answer.outcome()).isEqualTo(Handover.Outcome.REFUSED)));
    }

    private List<String> reasons(Viewer reader, HandoverId handover) {
        return As.viewer(reader, () -> {
            var page = deliverables.page(handover);
            return Stream.concat(Stream.of(page.handover()), page.times().stream())
                    .flatMap(one -> Stream.ofNullable(one.answer()))
                    .flatMap(answer -> Stream.ofNullable(answer.reason()))
                    .toList();
        });
    }

    @Test
    void onlyTheProjectsManagersDeliver() {
        var world = plans.drafted();
        refused(world.pm(), DeliveryError.NO_BASELINE, () -> deliver(world));
        plans.approved(world);
        var stranger = people.projectManager();

        refused(stranger, CommonError.NOT_FOUND, () -> deliverables.deliver(world.project(), world.publicMap(), ""));
        refused(stranger, CommonError.NOT_FOUND, () -> deliverables.ofProject(world.project()));
    }

    @Test
    void whoDeliversIsNoCustomerOfIt() {
        var world = plans.drafted();
        plans.approved(world);
        var both = people.person(people.organisation(), Role.PROJECT_MANAGER, Role.CUSTOMER);
        As.viewer(world.pm(), () -> projects.letIn(world.project(), both.id(), true));
        askers.asked(both.id(), world.damage());
        var handover = As.viewer(both, () -> deliverables.deliver(world.project(), world.publicMap(), ""));

        refused(both, DeliveryError.DELIVERER_CANNOT_ANSWER, () -> {
            deliverables.accept(handover);
            return 1;
        });
        refused(both, DeliveryError.DELIVERER_CANNOT_ANSWER, () -> {
            deliverables.refuse(handover, "not good enough for me");
            return 1;
        });
        As.viewer(both, () -> {
            assertThat(deliverables.waitingForMe()).isEmpty();
            assertThat(deliverables.page(handover).mayAnswer()).isFalse();
        });
        assertThat(state(world)).isEqualTo("DELIVERED");
    }

    @Test
    void howOftenItWasHandedOverCostsNoMoreStatements() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.damage());
        deliver(world);
        var once = statements(world);
        for (int time = 0; time < 4; time++) {
            As.viewer(
                    customer,
                    () -> deliverables.refuse(
                            deliverables.waitingForMe().getFirst().id(), "Not yet."));
            deliver(world);
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

    private long statements(PlanFixtures.World world) {
        return As.viewer(world.pm(), () -> cost.of(() -> deliverables.ofProject(world.project())))
                .statements();
    }

    private HandoverId deliver(PlanFixtures.World world) {
        return As.viewer(world.pm(), () -> deliverables.deliver(world.project(), world.publicMap(), "It is online."));
    }

    private String state(PlanFixtures.World world) {
        return jdbc.sql("select state from requirement where id = ?")
                .param(world.photo().value())
                .query(String.class)
                .single();
    }

    private static void refused(Viewer viewer, ErrorCode code, Callable<?> action) {
        assertThatThrownBy(() -> As.viewer(viewer, action::call))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
