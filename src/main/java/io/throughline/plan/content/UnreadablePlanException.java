package io.throughline.plan.content;

/** Stored bytes that are no plan this engine can read. */
public class UnreadablePlanException extends RuntimeException {

    public UnreadablePlanException(String message) {
        super(message);
    }

    public UnreadablePlanException(String message, Throwable cause) {
        super(message, cause);
    }
}
