package io.throughline.people.credentials;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane). Every check costs exactly one evaluation,
 * with or without a stored hash, so that time tells nothing about who has an account.
 */
@Component
public class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    // Of a password nobody knows. Written down, because making one costs the first visitor as long as a sign-in.
    static final String NOBODYS_HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$x9VSs3x8IA3HWy4jBKy+9A$d5LhKwatE+9FNPoSk0KAnzZ/EwKqlWeHybcmDjfLyks";

    // Each evaluation holds 19 MiB and a core: more at once only make all of them slower.
    private final Semaphore permits =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final LongAdder evaluations = new LongAdder();

    public String hash(String password) {
        return evaluate(() -> argon.encode(normalised(password)));
    }

    /** @param hash the stored one; null where there is none, which never matches and costs as much */
    public boolean matches(String password, @Nullable String hash) {
        var tooLong = password.length() > PasswordPolicy.LONGEST * 2;
        var matches = evaluate(() ->
                argon.matches(tooLong ? "" : normalised(password), hash == null || tooLong ? NOBODYS_HASH : hash));
        return matches && hash != null && !tooLong;
    }

    /** How many times the function was evaluated since the start. */
    public long evaluations() {
        return evaluations.sum();
    }

    private <T> T evaluate(Supplier<T> function) {
        permits.acquireUninterruptibly();
        try {
            evaluations.increment();
            return function.get();
        } finally {
            permits.release();
        }
    }

    // The same password typed on another keyboard may arrive as other code points.
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
