package io.throughline.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.support.IntegrationTest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;

@IntegrationTest
class RoundsIT {

    @Autowired
    TaskScheduler rounds;

    @Autowired
    @Qualifier("applicationTaskExecutor")
    AsyncTaskExecutor work;

    @Test
    void a_round_that_hangs_keeps_no_other_from_its_turn() throws Exception {
        var answer = new CountDownLatch(1);
        var sealed = new CountDownLatch(1);
        var hanging = rounds.scheduleWithFixedDelay(() -> await(answer), Duration.ofHours(1));
        var sealing = rounds.scheduleWithFixedDelay(sealed::countDown, Duration.ofHours(1));
        try {
            assertThat(sealed.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            answer.countDown();
            hanging.cancel(false);
            sealing.cancel(false);
        }
    }

    /** Events heard after their commit and long imports are not few: they must not wait for a place among the rounds. */
    @Test
    void work_in_the_background_is_no_round() throws Exception {
        var thread = work.submit(() -> Thread.currentThread().isVirtual());
        assertThat(thread.get(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
