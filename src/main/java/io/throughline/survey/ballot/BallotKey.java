package io.throughline.survey.ballot;

import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.PersonId;
import io.throughline.survey.SurveyError;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What opens one ballot, for who began it: 256 random bits, known to their browser and kept nowhere here but in a hash.
 * People see it as a code in groups of four, the last one being a check of the others.
 */
public final class BallotKey {

    /** No letters that look like a digit, nor U, so that no word appears. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int BYTES = 32;
    private static final int BITS_A_SIGN = 5;
    private static final int SIGNS = Math.ceilDiv(BYTES * Byte.SIZE, BITS_A_SIGN);
    private static final int GROUP = 4;

    private final byte[] bits;

    private BallotKey(byte[] bits) {
        this.bits = bits;
    }

    public static BallotKey fresh(SecureRandom random) {
        var bits = new byte[BYTES];
        random.nextBytes(bits);
        return new BallotKey(bits);
    }

    /**
     * Reads a code, whatever its case and separators; signs that are easily mistaken for others count as those.
     *
     * @throws DomainException BALLOT_CODE_MISTYPED
     */
    public static BallotKey parse(String code) {
        var signs = code.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[^0-9A-Z]", "");
        if (signs.length() != SIGNS + GROUP || signs.chars().anyMatch(sign -> ALPHABET.indexOf(sign) < 0)) {
            throw new DomainException(SurveyError.BALLOT_CODE_MISTYPED);
        }
        var bits = new byte[BYTES];
        for (int bit = 0; bit < BYTES * Byte.SIZE; bit++) {
            int sign = ALPHABET.indexOf(signs.charAt(bit / BITS_A_SIGN));
            if (((sign >> (BITS_A_SIGN - 1 - bit % BITS_A_SIGN)) & 1) == 1) {
                bits[bit / Byte.SIZE] |= (byte) (1 << (Byte.SIZE - 1 - bit % Byte.SIZE));
            }
        }
        var key = new BallotKey(bits);
        if (!key.signs().equals(signs)) {
            throw new DomainException(SurveyError.BALLOT_CODE_MISTYPED);
        }
        return key;
    }

    /** As people write it down. */
    public String code() {
        var signs = signs();
        return IntStream.range(0, signs.length() / GROUP)
                .mapToObj(group -> signs.substring(group * GROUP, (group + 1) * GROUP))
                .collect(Collectors.joining(" "));
    }

    private String signs() {
        var signs = written(bits, SIGNS);
        return signs + written(digest("check"), GROUP);
    }

    private static String written(byte[] bits, int signs) {
        var written = new StringBuilder();
        for (int at = 0; at < signs; at++) {
            int sign = 0;
            for (int bit = at * BITS_A_SIGN; bit < (at + 1) * BITS_A_SIGN; bit++) {
                boolean set = bit / Byte.SIZE < bits.length
                        && ((bits[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE)) & 1) == 1;
                sign = (sign << 1) | (set ? 1 : 0);
            }
            written.append(ALPHABET.charAt(sign));
        }
        return written.toString();
    }

    /** By which a ballot is found, by who began it only; without the key nobody tells whose it is. */
    String hash(PersonId owner) {
        return Hashes.sha256(ByteBuffer.allocate(bits.length + 2 * Long.BYTES)
                .put(bits)
                .putLong(owner.value().getMostSignificantBits())
                .putLong(owner.value().getLeastSignificantBits())
                .array());
    }

    /** What its answers are locked with until they are submitted. */
    SecretKey lock() {
        return new SecretKeySpec(digest("answers"), "AES");
    }

    private byte[] digest(String use) {
        var named = Arrays.copyOf(bits, bits.length + use.length());
        for (int at = 0; at < use.length(); at++) {
            named[bits.length + at] = (byte) use.charAt(at);
        }
        return HexFormat.of().parseHex(Hashes.sha256(named));
    }
}
