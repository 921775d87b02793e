package io.throughline.survey.logic;

import io.throughline.survey.logic.Claim.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers an answer can give, or days as numbers.
 *
 * @param low the smallest, null where there is none
 * @param high the largest likewise
 * @param decimals they have at most
 * @param without these, none of which has zeros behind its last decimal
 */
record Values(@Nullable BigDecimal low, @Nullable BigDecimal high, int decimals, Set<BigDecimal> without) {

    static final Values ANY = from(null, null, 0);

    static Values from(@Nullable BigDecimal low, @Nullable BigDecimal high, int decimals) {
        return new Values(low, high, decimals, Set.of());
    }

    Values narrowed(Order order, BigDecimal to) {
        return switch (order) {
            case AT_LEAST -> both(from(to, null, decimals));
            case AT_MOST -> both(from(null, to, decimals));
            case EQUAL -> both(from(to, to, decimals));
            case OTHER -> both(new Values(null, null, decimals, Set.of(to.stripTrailingZeros())));
        };
    }

    Values both(Values other) {
        return new Values(
                low == null || other.low != null && other.low.compareTo(low) > 0 ? other.low : low,
                high == null || other.high != null && other.high.compareTo(high) < 0 ? other.high : high,
                decimals,
                Stream.concat(without.stream(), other.without.stream()).collect(Collectors.toSet()));
    }

    boolean isEmpty() {
        if (low == null || high == null) {
            return false;
        }
        var first = low.setScale(decimals, RoundingMode.CEILING);
        var last = high.setScale(decimals, RoundingMode.FLOOR);
        long gone = without.stream()
                .filter(one -> one.scale() <= decimals && one.compareTo(first) >= 0 && one.compareTo(last) <= 0)
                .count();
        var count = last.subtract(first).movePointRight(decimals).add(BigDecimal.ONE);
        return count.compareTo(BigDecimal.valueOf(gone)) <= 0;
    }
}
