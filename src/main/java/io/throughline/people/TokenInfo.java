package io.throughline.people;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A personal token as its owner sees it; its secret is never seen again.
 *
 * @param start the first characters of the secret, to tell tokens apart
 * @param lastUsedAt to the minute, null if it never was
 */
public record TokenInfo(
        UUID id,
        String name,
        String start,
        Set<TokenScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public TokenInfo {
        scopes = Set.copyOf(scopes);
    }
}
