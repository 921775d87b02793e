package io.throughline.survey.answer;

import io.throughline.survey.ResponseState;
import org.jspecify.annotations.Nullable;

/** What the register of an anonymous survey says of a person; nothing of when. */
public enum BallotStanding {
    NOT_BEGUN,
    BEGUN,
    /** Submitted. */
    DONE;

    /** @param register as the register's column has it, null for no row */
    public static BallotStanding of(@Nullable String register) {
        if (register == null) {
            return NOT_BEGUN;
        }
        return register.equals("STARTED") ? BEGUN : DONE;
    }

    public ResponseState state() {
        return switch (this) {
            case NOT_BEGUN -> ResponseState.NOT_STARTED;
            case BEGUN -> ResponseState.IN_PROGRESS;
            case DONE -> ResponseState.SUBMITTED;
        };
    }
}
