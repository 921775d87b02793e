package io.throughline.shared.persistence;

import java.lang.reflect.Method;
import org.springframework.resilience.retry.MethodRetryPredicate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Says that a failed call may be repeated: only where the caller holds no transaction, which would be doomed anyway. */
public class OutsideTransaction implements MethodRetryPredicate {

    @Override
    public boolean shouldRetry(Method method, Throwable throwable) {
        return !TransactionSynchronizationManager.isActualTransactionActive();
    }
}
