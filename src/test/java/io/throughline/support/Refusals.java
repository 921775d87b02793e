package io.throughline.support;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.Viewer;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the rooms refuse, and why. */
public final class Refusals {

    private Refusals() {}

    public static void refused(ErrorCode code, ThrowingCallable act) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(act)
                .matches(refusal -> refusal.code() == code, code.name());
    }

    public static void refused(Viewer viewer, ErrorCode code, Callable<?> act) {
        refused(code, () -> As.viewer(viewer, act::call));
    }
}
