package io.throughline.shared.persistence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.resilience.annotation.Retryable;

/**
 * Hears an event once its transaction has committed, in a thread and a transaction of its own. Where the database refuses
 * that for concurrency only, it is tried again like a {@link Command}; what still fails stays recorded and is heard again
 * later ({@link Resubmission}). So hearing the same event twice must change nothing, and no order may be assumed.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleListener
@Retryable(
        includes = ConcurrencyFailureException.class,
        predicate = OutsideTransaction.class,
        maxRetries = 3,
        delay = 20,
        jitter = 10,
        multiplier = 2)
public @interface AfterCommit {}
