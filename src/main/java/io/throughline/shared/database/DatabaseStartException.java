package io.throughline.shared.database;

import io.throughline.shared.StartException;

/** The database can't be used as it is. */
public class DatabaseStartException extends StartException {

    public DatabaseStartException(String message) {
        super(message);
    }

    public DatabaseStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
