package io.throughline.shared.persistence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

/**
 * A write: one transaction, tried again with a fresh one (at most three times, with jitter) where the database refused
 * it for concurrency only: a snapshot conflict, a deadlock or a lock time-out. Inside an open transaction nothing is
 * retried: the whole must be. Nothing that mails or calls out may happen inside.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional
@Retryable(
        includes = ConcurrencyFailureException.class,
        predicate = OutsideTransaction.class,
        maxRetries = 3,
        delay = 20,
        jitter = 10,
        multiplier = 2)
public @interface Command {}
