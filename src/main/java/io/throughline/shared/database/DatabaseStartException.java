package io.throughline.shared.database;

/** The database can't be used as it is. The message is for the person who starts the portal, and says what to do. */
public class DatabaseStartException extends RuntimeException {

    public DatabaseStartException(String message) {
        super(message);
    }

    public DatabaseStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
