package io.throughline.shared.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * What the portal does by the clock. Rounds of one room don't wait for another's: a mail server that doesn't answer must
 * not keep the trail from being sealed, nor answers from being counted.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RoundsConfiguration {

    /** More than there are rounds. */
    private static final int AT_ONCE = 12;

    @Bean
    ThreadPoolTaskScheduler taskScheduler(DatabaseAbsence absence) {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(AT_ONCE);
        scheduler.setThreadNamePrefix("round-");
        // A round that waits for somebody else doesn't hold up the portal's end.
        scheduler.setDaemon(true);
        scheduler.setErrorHandler(absence);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        return scheduler;
    }
}
