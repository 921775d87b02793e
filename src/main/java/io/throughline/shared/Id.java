package io.throughline.shared;

import java.util.UUID;

/** The identity of a stored object: one record type per kind, so that ids of different kinds can't be mixed up. */
public interface Id {
    UUID value();
}
