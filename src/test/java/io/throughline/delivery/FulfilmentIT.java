package io.throughline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.plan.PlanFixtures;
import io.throughline.plan.content.PlanOperation;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class FulfilmentIT {

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
    TransactionTemplate transaction;

    @Autowired
    DeliveryFixtures deliveries;

    @Test
    void aRequirementIsDoneOnceAllThatServesItIsAccepted() {
        var half = deliveries.halfAccepted();
        var world = half.world();
        var customer = half.customer();
        var guide = half.guide();
        assertThat(deliveries.state(world.photo())).isEqualTo("PARTLY_DONE");
        assertThat(deliveries.state(world.map())).isEqualTo("DONE");
        assertThat(deliveries.told(world.photo())).endsWith("DELIVERED", "PARTLY_DONE");

        var first = deliveries.deliver(world, guide);
        assertThat(deliveries.state(world.photo())).isEqualTo("DELIVERED");
        As.viewer(customer, () -> acceptances.refuse(first, "Half of it is missing."));
        assertThat(deliveries.state(world.photo())).isEqualTo("PARTLY_DONE");
        var second = deliveries.deliver(world, guide);
        As.viewer(customer, () -> acceptances.accept(second));

        assertThat(deliveries.state(world.photo())).isEqualTo("DONE");
        assertThat(deliveries.told(world.photo()))
                .endsWith("DELIVERED", "PARTLY_DONE", "DELIVERED", "PARTLY_DONE", "DELIVERED", "DONE");
    }

    @Test
    void whatAChangeTakesAwayIsNotWaitedFor() {
        var half = deliveries.halfAccepted();
        var world = half.world();
        var guide = half.guide();
        assertThat(deliveries.state(world.photo())).isEqualTo("PARTLY_DONE");

        deliveries.changed(
                world,
                plan -> List.of(new PlanOperation.Remove(plan.deliverable(guide).orElseThrow())));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> deliveries.state(world.photo()).equals("DONE"));
    }

    /** Each sees only its own acceptance: who is later has to look again, else both parts are accepted and nothing is done. */
    @Test
    void twoWhoAcceptAtOnceAreNotBothTheFirst() {
        var world = plans.drafted();
        var guide = deliveries.alsoServing(world, world.photo());
        plans.approved(world);
        var one = people.customer();
        askers.asked(one.id(), world.damage());
        var map = deliveries.deliver(world);
        var other = deliveries.deliver(world, guide);
        assertThatThrownBy(() -> As.viewer(
                        one,
                        () -> transaction.executeWithoutResult(late -> {
                            deliverables.handover(map);
                            aside(() -> As.viewer(one, () -> acceptances.accept(other)));
                            acceptances.accept(map);
                        })))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(deliveries.state(world.photo())).isEqualTo("DELIVERED");

        As.viewer(one, () -> acceptances.accept(map));

        assertThat(deliveries.state(world.photo())).isEqualTo("DONE");
    }

    private static void aside(Runnable act) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(act).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
