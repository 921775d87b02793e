package io.throughline.audit.chain;

import io.throughline.shared.Hashes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry's place in the chain.
 *
 * @param sequence from 1, without gaps
 * @param leaf SHA-256 of the entry's canonical bytes
 * @param previous the hash of the link before, {@link #ROOT} for the first
 * @param hash SHA-256 over sequence, entry, leaf and previous
 */
public record Link(long sequence, UUID entry, String leaf, String previous, String hash) {

    public static final String ROOT = "0".repeat(64);

    /** The link that seals an entry right after another, or as the first. */
    public static Link after(@Nullable Link last, UUID entry, String leaf) {
        long sequence = last == null ? 1 : last.sequence + 1;
        var previous = last == null ? ROOT : last.hash;
        return new Link(sequence, entry, leaf, previous, hash(sequence, entry, leaf, previous));
    }

    private static String hash(long sequence, UUID entry, String leaf, String previous) {
        return Hashes.sha256("throughline-link-1\n" + sequence + "\n" + entry + "\n" + leaf + "\n" + previous);
    }
}
