package io.throughline.audit.chain;

import io.throughline.shared.Hashes;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The signed head of one batch of links, with the leaves it covers: enough to say, without trusting the database, which
 * entries stood where and what they said.
 *
 * @param from the first sequence covered
 * @param to the last sequence covered; its hash is the head
 * @param head the hash of the last link
 * @param previous SHA-256 of the line of the anchor before, {@link Link#ROOT} for the first
 * @param leaves one for each sequence, in order
 * @param key fingerprint of the key that signed
 * @param signature Ed25519 over everything else, in Base64
 */
public record Anchor(
        long from, long to, String head, String previous, Instant at, List<Leaf> leaves, String key, String signature) {

    private static final Pattern LINE = Pattern.compile(
            "\\{\"at\":\"([^\"]+)\",\"from\":(\\d{1,18}),\"head\":\"([0-9a-f]{64})\",\"key\":\"([0-9a-f]{64})\","
                    + "\"leaves\":\\[([^\\]]*)\\],\"previous\":\"([0-9a-f]{64})\",\"signature\":\"([A-Za-z0-9+/=]+)\",\"to\":(\\d{1,18})\\}");
    private static final Pattern LEAF = Pattern.compile("\"([0-9a-f-]{36}) ([0-9a-f]{64})\"");

    /** What was sealed at one sequence. */
    public record Leaf(UUID entry, String hash) {}

    public Anchor {
        leaves = List.copyOf(leaves);
    }

    /** Signs the head of a batch, which must not be empty. */
    public static Anchor over(@Nullable Anchor last, List<Link> batch, Instant at, TrailKey key) {
        var first = batch.getFirst();
        var head = batch.getLast();
        var leaves =
                batch.stream().map(link -> new Leaf(link.entry(), link.leaf())).toList();
        var previous = last == null ? Link.ROOT : last.lineHash();
        var unsigned =
                new Anchor(first.sequence(), head.sequence(), head.hash(), previous, at, leaves, key.fingerprint(), "");
        return new Anchor(
                unsigned.from,
                unsigned.to,
                unsigned.head,
                previous,
                at,
                leaves,
                unsigned.key,
                key.sign(unsigned.signedText()));
    }

    /** @return null if the line is no anchor at all */
    public static @Nullable Anchor parse(String line) {
        var match = LINE.matcher(line);
        if (!match.matches()) {
            return null;
        }
        var leaves = new ArrayList<Leaf>();
        var inner = LEAF.matcher(match.group(5));
        try {
            while (inner.find()) {
                leaves.add(new Leaf(UUID.fromString(inner.group(1)), inner.group(2)));
            }
            var anchor = new Anchor(
                    Long.parseLong(match.group(2)),
                    Long.parseLong(match.group(8)),
                    match.group(3),
                    match.group(6),
                    Instant.parse(match.group(1)),
                    leaves,
                    match.group(4),
                    match.group(7));
            return anchor.line().equals(line) ? anchor : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** One line of JSON, names in order, no spaces. */
    public String line() {
        return text(",\"signature\":\"" + signature + "\"");
    }

    public String lineHash() {
        return Hashes.sha256(line());
    }

    /** Whether this key signed exactly this. */
    public boolean signedBy(PublicKey publicKey) {
        return TrailKey.verifies(publicKey, signedText(), signature)
                && to - from + 1 == leaves.size()
                && !leaves.isEmpty();
    }

    private String signedText() {
        return "throughline-anchor-1\n" + text("");
    }

    private String text(String signed) {
        return "{\"at\":\"" + at + "\",\"from\":" + from + ",\"head\":\"" + head + "\",\"key\":\"" + key
                + "\",\"leaves\":"
                + leaves.stream()
                        .map(leaf -> "\"" + leaf.entry + " " + leaf.hash + "\"")
                        .collect(Collectors.joining(",", "[", "]"))
                + ",\"previous\":\"" + previous + "\"" + signed + ",\"to\":" + to + "}";
    }
}
