package io.throughline.backlog.rank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Places of a ranked list, as strings whose plain character order is the rank order. An item that follows its score has
 * a key made of the score and its id; an item pinned by hand has a key between those of its two neighbours. So a move
 * writes one row, and nobody else's place changes. A pin keeps its place among the scores: where neighbours are scored
 * anew, they pass it.
 *
 * <p>Digits are base 36. No key ends in 0, so that between any two different keys there is always another.
 */
public final class Places {

    /** The longest key a pin may get; a few hundred moves into the very same gap reach it. */
    public static final int LONGEST = 255;

    /** Keys of items whose score rests on too few people begin here, and those of unscored ones after them. */
    public static final String FIRST_UNRANKED = "5";

    /** Keys of unscored items begin here. */
    public static final String FIRST_UNSCORED = "9";

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();
    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);
    private static final long MIDDLE = 500_000_000_000_000L;
    private static final String SCORED = "1";
    private static final char END = 'i';

    private Places() {}

    /**
     * The key of an item in computed order: higher scores first, equal scores by age; then likewise those that rest on
     * too few people; unscored ones last by age.
     *
     * @param score within ±500,000,000; six decimals count
     * @param tooFew the score rests on too few people to stand among the others
     */
    public static String computed(@Nullable BigDecimal score, boolean tooFew, UUID id) {
        var age = id.toString().replace("-", "");
        if (score == null) {
            return FIRST_UNSCORED + age + END;
        }
        long micros = score.multiply(MICRO).setScale(0, RoundingMode.HALF_UP).longValue();
        long descending = MIDDLE - Math.clamp(micros, 1 - MIDDLE, MIDDLE);
        return (tooFew ? FIRST_UNRANKED : SCORED) + "%015d".formatted(descending) + age + END;
    }

    /**
     * A key strictly between two others.
     *
     * @param before the neighbour above, null at the top
     * @param after the neighbour below, null at the bottom
     * @return empty where the key would grow over {@link #LONGEST}
     */
    public static Optional<String> between(@Nullable String before, @Nullable String after) {
        var low = before == null ? "" : before;
        if (after != null && low.compareTo(after) >= 0) {
            throw new IllegalArgumentException("neighbours out of order: " + low + " and " + after);
        }
        var key = new StringBuilder();
        var high = after;
        for (int i = 0; ; i++) {
            int a = i < low.length() ? DIGITS.indexOf(low.charAt(i)) : 0;
            int b = high == null || i >= high.length() ? BASE : DIGITS.indexOf(high.charAt(i));
            int middle = (a + b) / 2;
            if (middle > a) {
                key.append(DIGITS.charAt(middle));
                return key.length() <= LONGEST ? Optional.of(key.toString()) : Optional.empty();
            }
            key.append(DIGITS.charAt(a));
            if (a != b) {
                high = null;
            }
        }
    }
}
