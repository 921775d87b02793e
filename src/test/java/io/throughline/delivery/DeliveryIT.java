package io.throughline.delivery;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.throughline.audit.AuditFilter;
import io.throughline.audit.AuditTrail;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.RequirementId;
import io.throughline.change.ChangeRequests;
import io.throughline.plan.Baselines;
import io.throughline.plan.Drafts;
import io.throughline.plan.PlanFixtures;
import io.throughline.plan.PlanKinds;
import io.throughline.plan.Projects;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.DeliverableId;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.RequirementRef;
import io.throughline.shared.CommonError;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource.Stage;
import io.throughline.support.As;
import io.throughline.support.DatabaseCost;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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
    AuditTrail trail;

    @Autowired
    DeliveryWaiting waiting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DatabaseCost cost;

    @Autowired
    Projects projects;

    @Autowired
    Drafts drafts;

    @Autowired
    Baselines baselines;

    @Autowired
    ChangeRequests changes;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theCustomerWhoAskedAcceptsAndTheLineIsClosed() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.damage());
        var handover = deliver(world);

        As.viewer(customer, () -> {
            assertThat(deliverables.waitingForMe()).extracting(Handover::id).containsExactly(handover);
            assertThat(deliverables.handover(handover).publicName())
                    .isEqualTo(LocalizedText.en("Map of all works").with(Locale.GERMAN, "Karte aller Bauten"));
            deliverables.accept(handover);
            assertThat(deliverables.waitingForMe()).isEmpty();
        });

        assertThat(state(world.photo())).isEqualTo("DONE");
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
            deliverables.refuse(handover, "no, after all");
            return 1;
        });
        refused(world.pm(), DeliveryError.ALREADY_ACCEPTED, () -> deliver(world));
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
    void aRequirementIsDoneOnceAllThatServesItIsAccepted() {
        var half = halfAccepted();
        var world = half.world();
        var customer = half.customer();
        var guide = half.guide();
        assertThat(state(world.photo())).isEqualTo("PARTLY_DONE");
        assertThat(state(world.map())).isEqualTo("DONE");
        assertThat(told(world.photo())).endsWith("DELIVERED", "PARTLY_DONE");

        var first = deliver(world, guide);
        assertThat(state(world.photo())).isEqualTo("DELIVERED");
        As.viewer(customer, () -> deliverables.refuse(first, "Half of it is missing."));
        assertThat(state(world.photo())).isEqualTo("PARTLY_DONE");
        var second = deliver(world, guide);
        As.viewer(customer, () -> deliverables.accept(second));

        assertThat(state(world.photo())).isEqualTo("DONE");
        assertThat(told(world.photo()))
                .endsWith("DELIVERED", "PARTLY_DONE", "DELIVERED", "PARTLY_DONE", "DELIVERED", "DONE");
    }

    @Test
    void whatAChangeTakesAwayIsNotWaitedFor() {
        var half = halfAccepted();
        var world = half.world();
        var guide = half.guide();
        assertThat(state(world.photo())).isEqualTo("PARTLY_DONE");

        changed(
                world,
                plan -> List.of(new PlanOperation.Remove(plan.deliverable(guide).orElseThrow())));

        await().atMost(Duration.ofSeconds(30)).until(() -> state(world.photo()).equals("DONE"));
    }

    @Test
    void whatWasHandedOverStandsBehindThePlansThatFollow() {
        var half = halfAccepted();
        var guide = half.guide();
        changed(
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

    /** Who is told before it goes out reads the same people as those it goes to. */
    @Test
    void itDoesNotGoToThoseWhoseRequirementThePlanHasDropped() {
        var world = plans.drafted();
        plans.approved(world);
        var before = As.viewer(
                world.pm(),
                () -> deliverables.goesTo(world.project(), world.publicMap()).needs());
        assertThat(before).contains(world.damage());

        changed(world, plan -> {
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
        var handover = deliver(world);
        assertThat(As.viewer(world.pm(), () -> deliverables.handover(handover)).needs())
                .containsExactlyInAnyOrderElementsOf(after);
    }

    /** Each sees only its own acceptance: who is later has to look again, else both parts are accepted and nothing is done. */
    @Test
    void twoWhoAcceptAtOnceAreNotBothTheFirst() {
        var world = plans.drafted();
        var guide = alsoServing(world, world.photo());
        plans.approved(world);
        var one = people.customer();
        askers.asked(one.id(), world.damage());
        var map = deliver(world);
        var other = deliver(world, guide);
        assertThatThrownBy(() -> As.viewer(
                        one,
                        () -> transaction.executeWithoutResult(late -> {
                            deliverables.handover(map);
                            aside(() -> As.viewer(one, () -> deliverables.accept(other)));
                            deliverables.accept(map);
                        })))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(state(world.photo())).isEqualTo("DELIVERED");

        As.viewer(one, () -> deliverables.accept(map));

        assertThat(state(world.photo())).isEqualTo("DONE");
    }

    @Test
    void whatWaitsForACustomerIsFoundAmongAnyNumber() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.damage());
        var mine = deliver(world);
        var others = plans.drafted();
        plans.approved(others);
        var another = deliver(others);
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

        assertThat(state(world.photo())).isEqualTo("PLANNED");
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
    void aManagerAnswersWhereNobodyCanBeAsked() {
        var world = plans.drafted();
        plans.approved(world);
        jdbc.sql("delete from requirement_need where need_id in (?, ?)")
                .params(world.damage().value(), world.repairs().value())
                .update();
        var first = deliver(world);
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
        assertThat(state(world.photo())).isEqualTo("PLANNED");

        var second = deliver(world);
        As.viewer(world.manager(), () -> forNobody(second, Handover.Outcome.ACCEPTED, "I have seen it work."));
        assertThat(state(world.photo())).isEqualTo("DONE");
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
        deliverables.answerForNobody(handover, outcome, reason);
        return 1;
    }

    @Test
    void onlyTheProjectsManagersDeliver() {
        var world = plans.drafted();
        refused(world.pm(), DeliveryError.NO_BASELINE, () -> deliver(world));
        plans.approved(world);
        var stranger = people.projectManager();

        refused(stranger, CommonError.NOT_FOUND, () -> deliverables.deliver(world.project(), world.publicMap(), ""));
        refused(stranger, CommonError.NOT_FOUND, () -> deliverables.goesTo(world.project(), world.publicMap()));
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
        assertThat(state(world.photo())).isEqualTo("DELIVERED");
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

    @Test
    void howOftenItWasHandedOverCostsTheCustomerAndTheLineNoMoreStatements() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.damage());
        var first = deliver(world);
        var requirement = List.of(ObjectRef.of(BacklogKinds.REQUIREMENT, world.photo()));
        var page = As.viewer(customer, () -> cost.of(() -> deliverables.page(first)))
                .statements();
        var line = As.viewer(customer, () -> cost.of(() -> trace.arrows(customer, requirement)))
                .statements();
        for (int time = 0; time < 3; time++) {
            As.viewer(
                    customer,
                    () -> deliverables.refuse(
                            deliverables.waitingForMe().getFirst().id(), "Not yet."));
            deliver(world);
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

    private HandoverId deliver(PlanFixtures.World world) {
        return As.viewer(world.pm(), () -> deliverables.deliver(world.project(), world.publicMap(), "It is online."));
    }

    private HandoverId deliver(PlanFixtures.World world, DeliverableId deliverable) {
        return As.viewer(world.pm(), () -> deliverables.deliver(world.project(), deliverable, "Here it is."));
    }

    /** Map and guide serve one requirement, and the customer has accepted the map. */
    private record Half(PlanFixtures.World world, DeliverableId guide, Viewer customer) {}

    private Half halfAccepted() {
        var world = plans.drafted();
        var guide = alsoServing(world, world.photo());
        plans.approved(world);
        var customer = people.customer();
        askers.asked(customer.id(), world.damage());
        var map = deliver(world);
        As.viewer(customer, () -> deliverables.accept(map));
        return new Half(world, guide, customer);
    }

    /** A second deliverable for one of its requirements. */
    private DeliverableId alsoServing(PlanFixtures.World world, RequirementId requirement) {
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
    private void changed(PlanFixtures.World world, Function<PlanContent, List<PlanOperation>> operations) {
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

    private static void aside(Runnable act) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(act).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private String state(RequirementId requirement) {
        return jdbc.sql("select state from requirement where id = ?")
                .param(requirement.value())
                .query(String.class)
                .single();
    }

    /** What customers were told of it, step by step. */
    private List<String> told(RequirementId requirement) {
        return jdbc.sql("select status from requirement_status where requirement_id = ? order by number")
                .param(requirement.value())
                .query(String.class)
                .list();
    }
}
