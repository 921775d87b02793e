package io.throughline.people.credentials;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A budget of attempts per key: so many at once, one more after each interval. Holds a bounded number of keys and
 * forgets the one unused for longest.
 */
public final class Throttle {

    private final int capacity;
    private final long refillMillis;
    private final Map<String, Bucket> buckets;

    /**
     * @param capacity attempts at once, ≥ 1
     * @param refill until one more is allowed
     * @param keys how many keys are remembered
     */
    public Throttle(int capacity, Duration refill, int keys) {
        this.capacity = capacity;
        this.refillMillis = refill.toMillis();
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > keys;
            }
        };
    }

    /** Takes one attempt. Zero if it was granted, else how long to wait for the next; a refused one costs nothing. */
    public synchronized Duration take(String key, Instant now) {
        var bucket = refilled(key, now);
        if (bucket.tokens >= 1) {
            buckets.put(key, new Bucket(bucket.tokens - 1, now));
            return Duration.ZERO;
        }
        return Duration.ofMillis((long) Math.ceil((1 - bucket.tokens) * refillMillis));
    }

    /** Whether none would be granted now. Asking costs nothing. */
    public synchronized boolean isSpent(String key, Instant now) {
        return refilled(key, now).tokens < 1;
    }

    /** Gives an attempt back that did no harm; a key whose budget is whole again takes no place. */
    public synchronized void giveBack(String key, Instant now) {
        var bucket = refilled(key, now);
        if (bucket.tokens + 1 >= capacity) {
            buckets.remove(key);
        } else {
            buckets.put(key, new Bucket(bucket.tokens + 1, now));
        }
    }

    /** An IPv6 user holds a whole /64: its addresses count as one. */
    public static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private Bucket refilled(String key, Instant now) {
        var bucket = buckets.get(key);
        if (bucket == null) {
            return new Bucket(capacity, now);
        }
        // A clock set back must not take attempts away.
        var passed = Math.max(0, Duration.between(bucket.at, now).toMillis());
        return new Bucket(Math.min(capacity, bucket.tokens + (double) passed / refillMillis), now);
    }

    synchronized int size() {
        return buckets.size();
    }

    private record Bucket(double tokens, Instant at) {}
}
