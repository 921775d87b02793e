package io.throughline.delivery;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.audit.AuditFilter;
import io.throughline.audit.AuditTrail;
import io.throughline.plan.PlanFixtures;
import io.throughline.plan.Projects;
import io.throughline.shared.CommonError;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource.Stage;
import io.throughline.shared.port.WaitingSource.Waiting;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class AcceptanceIT {

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
    JdbcClient jdbc;

    @Autowired
    DeliveryTrace trace;

    @Autowired
    AuditTrail trail;

    @Autowired
    DeliveryWaiting waiting;

    @Autowired
    Projects projects;

    @Autowired
    DeliveryFixtures deliveries;

    @Test
    void theCustomerWhoAskedAcceptsAndTheLineIsClosed() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.damage());
        var handover = deliveries.deliver(world);

        As.viewer(customer, () -> {
            assertThat(deliverables.waitingForMe()).extracting(Handover::id).containsExactly(handover);
            assertThat(deliverables.handover(handover).publicName())
                    .isEqualTo(LocalizedText.en("Map of all works").with(Locale.GERMAN, "Karte aller Bauten"));
            acceptances.accept(handover);
            assertThat(deliverables.waitingForMe()).isEmpty();
        });

        assertThat(deliveries.state(world.photo())).isEqualTo("DONE");
        assertThat(As.viewer(
                        world.pm(),
                        () -> trace.arrows(world.pm(), List.of(ObjectRef.of(DeliveryKinds.DELIVERABLE, handover)))))
                .extracting(arrow -> arrow.from().stage(), arrow -> arrow.to().stage())
                .contains(
                        tuple(Stage.SCOPE, Stage.DELIVERABLE),
                        tuple(Stage.REQUIREMENT, Stage.DELIVERABLE),
                        tuple(Stage.DELIVERABLE, Stage.ACCEPTANCE));
        As.viewer(
                world.pm(),
                () -> assertThat(deliverables.ofProject(world.project()))
                        .singleElement()
                        .satisfies(row -> assertThat(row.state()).isEqualTo(DeliverableState.ACCEPTED)));
        assertThat(accepter(world.pm(), handover))
                .as("it would say whose answers led there")
                .isEmpty();
        assertThat(accepter(customer, handover)).contains(customer.name());
        refused(customer, DeliveryError.ALREADY_ANSWERED, () -> {
            acceptances.refuse(handover, "no, after all");
            return 1;
        });
        refused(world.pm(), DeliveryError.ALREADY_ACCEPTED, () -> deliveries.deliver(world));
    }

    /** Who accepted it, as the trail tells a reader. */
    private Optional<String> accepter(Viewer reader, HandoverId handover) {
        var accepted = As.viewer(
                        reader,
                        () -> trail.entries(new AuditFilter(ActKind.DELIVERABLE_ACCEPTED, null, null), null, 50))
                .lines()
                .stream()
                .filter(line -> line.objects().stream()
                        .anyMatch(object -> object.ref().id().equals(handover.value())))
                .toList();
        assertThat(accepted).hasSize(1);
        return Optional.ofNullable(accepted.getFirst().actor());
    }

    @Test
    void aRefusalTakesAReasonAndIsDeliveredAgain() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.repairs());
        var first = deliveries.deliver(world);
        refused(customer, CommonError.REQUIRED, () -> {
            acceptances.refuse(first, " ");
            return 1;
        });
        refused(world.pm(), DeliveryError.WAITING_FOR_CUSTOMER, () -> deliveries.deliver(world));

        As.viewer(customer, () -> acceptances.refuse(first, "The map is a day old."));

        assertThat(deliveries.state(world.photo())).isEqualTo("PLANNED");
        assertThat(As.viewer(customer, deliverables::refusedByMe))
                .as("it says planned again: who said no sees that it was heard")
                .singleElement()
                .satisfies(mine -> {
                    assertThat(mine.id()).isEqualTo(first);
                    assertThat(Objects.requireNonNull(mine.answer()).reason()).isEqualTo("The map is a day old.");
                });
        assertThat(waiting(world.pm())).containsExactly("delivery.waiting.refused");
        var second = deliveries.deliver(world);
        assertThat(As.viewer(customer, deliverables::refusedByMe)).isEmpty();
        assertThat(waiting(world.pm())).isEmpty();
        As.viewer(customer, () -> {
            assertThat(deliverables.handover(second).number()).isEqualTo(2);
            acceptances.accept(second);
        });
    }

    private List<String> waiting(Viewer viewer) {
        return As.viewer(viewer, () -> waiting.waitingFor(viewer)).stream()
                .map(Waiting::textKey)
                .toList();
    }

    @Test
    void onlyWhoAskedAccepts() {
        var world = plans.drafted();
        plans.approved(world);
        var handover = deliveries.deliver(world);
        var other = people.customer();

        refused(other, CommonError.NOT_FOUND, () -> deliverables.handover(handover));
        refused(other, CommonError.NOT_FOUND, () -> deliverables.page(handover));
        As.viewer(
                world.pm(),
                () -> assertThat(deliverables.page(handover).mayAnswer()).isFalse());
        refused(other, CommonError.NOT_FOUND, () -> {
            acceptances.accept(handover);
            return 1;
        });
        refused(other, CommonError.NOT_FOUND, () -> {
            acceptances.refuse(handover, "not mine");
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
        var handover = deliveries.deliver(world);

        As.viewer(one, () -> acceptances.refuse(handover, "My own street is missing."));

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
    void aManagerAnswersWhereNobodyCanBeAsked() {
        var world = plans.drafted();
        plans.approved(world);
        jdbc.sql("delete from requirement_need where need_id in (?, ?)")
                .params(world.damage().value(), world.repairs().value())
                .update();
        var first = deliveries.deliver(world);
        As.viewer(world.manager(), () -> {
            assertThat(deliverables.page(first).mayAnswerForNobody()).isTrue();
            assertThat(waiting.waitingFor(world.manager()))
                    .anyMatch(one -> one.href().endsWith(first.value().toString()));
        });
        As.viewer(world.pm(), () -> {
            assertThat(deliverables.page(first).nobodyAsked()).isTrue();
            assertThat(deliverables.page(first).mayAnswerForNobody()).isFalse();
        });
        refused(world.manager(), CommonError.REQUIRED, () -> forNobody(first, Handover.Outcome.ACCEPTED, " "));
        As.viewer(world.manager(), () -> forNobody(first, Handover.Outcome.REFUSED, "It is not there."));
        assertThat(deliveries.state(world.photo())).isEqualTo("PLANNED");

        var second = deliveries.deliver(world);
        As.viewer(world.manager(), () -> forNobody(second, Handover.Outcome.ACCEPTED, "I have seen it work."));
        assertThat(deliveries.state(world.photo())).isEqualTo("DONE");
        var answer = As.viewer(world.pm(), () -> deliverables.handover(second).answer());
        assertThat(answer.forNobody()).isTrue();
        assertThat(answer.reason()).isEqualTo("I have seen it work.");
        assertThat(answer.by()).isEqualTo(world.manager().id());
        refused(
                people.manager(),
                DeliveryError.ALREADY_ANSWERED,
                () -> forNobody(second, Handover.Outcome.REFUSED, "After all"));
    }

    @Test
    void whatAManagerRefusedForNobodyIsNotTheirsAsACustomer() {
        var world = plans.drafted();
        plans.approved(world);
        var both = people.person(people.organisation(), Role.MANAGER, Role.CUSTOMER);
        var handover = deliveries.deliver(world);

        As.viewer(both, () -> forNobody(handover, Handover.Outcome.REFUSED, "It is not there."));

        assertThat(As.viewer(both, () -> deliverables.handover(handover).answer()))
                .satisfies(answer -> {
                    assertThat(answer.by()).isEqualTo(both.id());
                    assertThat(answer.outcome()).isEqualTo(Handover.Outcome.REFUSED);
                });
        assertThat(As.viewer(both, deliverables::refusedByMe))
                .as("nobody asked for it, so nobody hears that their no was heard")
                .isEmpty();
    }

    @Test
    void noManagerAnswersForACustomerWhoCan() {
        var world = plans.drafted();
        var both = people.person(null, Role.PROJECT_MANAGER, Role.MANAGER);
        As.viewer(world.pm(), () -> projects.letIn(world.project(), both.id(), true));
        plans.approved(world);
        var handover = As.viewer(both, () -> deliverables.deliver(world.project(), world.publicMap(), ""));
        refused(
                both,
                DeliveryError.DELIVERER_CANNOT_ANSWER,
                () -> forNobody(handover, Handover.Outcome.ACCEPTED, "I made it."));

        // Nobody is behind the needs so far; from now on a customer is.
        var customer = people.customer();
        askers.asked(customer.id(), world.damage());
        refused(
                world.manager(),
                DeliveryError.WAITING_FOR_CUSTOMER,
                () -> forNobody(handover, Handover.Outcome.ACCEPTED, "They are slow."));
        As.viewer(
                world.manager(),
                () -> assertThat(deliverables.page(handover).nobodyAsked()).isFalse());
    }

    private int forNobody(HandoverId handover, Handover.Outcome outcome, String reason) {
        acceptances.answerForNobody(handover, outcome, reason);
        return 1;
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
            acceptances.accept(handover);
            return 1;
        });
        refused(both, DeliveryError.DELIVERER_CANNOT_ANSWER, () -> {
            acceptances.refuse(handover, "not good enough for me");
            return 1;
        });
        As.viewer(both, () -> {
            assertThat(deliverables.waitingForMe()).isEmpty();
            assertThat(deliverables.page(handover).mayAnswer()).isFalse();
        });
        assertThat(deliveries.state(world.photo())).isEqualTo("DELIVERED");
    }
}
