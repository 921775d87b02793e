package io.throughline.shared;

/** The portal can't be started as it is set up. The message is for the person who starts it, and says what to do. */
public class StartException extends RuntimeException {

    public StartException(String message) {
        super(message);
    }

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
