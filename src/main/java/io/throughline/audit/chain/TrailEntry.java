package io.throughline.audit.chain;

import io.throughline.shared.Hashes;
import io.throughline.shared.act.ObjectRef;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which objects, when: ids and hashes, no content and no names.
 *
 * @param actor null where the system acted by itself
 * @param onBehalfOf whom the actor stood in for
 * @param contentHash SHA-256 of what was done or signed
 * @param at to the microsecond, as the database keeps it
 */
public record TrailEntry(
        UUID id,
        String act,
        @Nullable UUID actor,
        @Nullable UUID onBehalfOf,
        List<ObjectRef> objects,
        @Nullable String contentHash,
        Instant at) {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    public TrailEntry {
        objects = List.copyOf(objects);
    }

    /**
     * The one way to write this entry down: JSON by RFC 8785 (names in order, no spaces), nulls left out. What the chain
     * seals is the SHA-256 of these bytes in UTF-8.
     */
    public String canonical() {
        return "{\"act\":" + text(act)
                + (actor == null ? "" : ",\"actor\":" + text(actor.toString()))
                + ",\"at\":" + text(MICROSECONDS.format(at))
                + (contentHash == null ? "" : ",\"contentHash\":" + text(contentHash))
                + ",\"id\":" + text(id.toString())
                + ",\"objects\":"
                + objects.stream()
                        .map(o -> "{\"id\":" + text(o.id().toString()) + ",\"kind\":" + text(o.kind()) + "}")
                        .collect(Collectors.joining(",", "[", "]"))
                + (onBehalfOf == null ? "" : ",\"onBehalfOf\":" + text(onBehalfOf.toString()))
                + "}";
    }

    /** The hash the chain holds for this entry. */
    public String leaf() {
        return Hashes.sha256(canonical());
    }

    private static String text(String value) {
        var quoted = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20) {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
