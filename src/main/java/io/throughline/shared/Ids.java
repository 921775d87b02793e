package io.throughline.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes ids. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that new rows stand together. */
    public static UUID next() {
        long most = (System.currentTimeMillis() << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long least = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    /** A new UUIDv4, for rows whose time of making would betray a person. */
    public static UUID random() {
        return UUID.randomUUID();
    }

    /** @throws DomainException NOT_FOUND if the text is no id, so that a mangled link reads like a missing object */
    public static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new DomainException(CommonError.NOT_FOUND);
        }
    }
}
