package io.throughline.backlog.ui;

import io.throughline.backlog.RequirementState;
import io.throughline.backlog.priority.Estimate;
import io.throughline.shared.Effort;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Tone;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How this room writes figures and states. */
final class Figures {

    private Figures() {}

    static String score(@Nullable BigDecimal score, Locale locale) {
        return score(score == null ? Double.NaN : score.doubleValue(), locale);
    }

    /** @param score not a number where there is none */
    static String score(double score, Locale locale) {
        if (Double.isNaN(score)) {
            return "–";
        }
        int decimals = Math.abs(score) < 10 ? 3 : 1;
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(score);
    }

    static String percent(double share, Locale locale) {
        return percent(share, 1, locale);
    }

    /** Where too few people stand behind it for decimals to mean anything. */
    static String rounded(double share, Locale locale) {
        return percent(share, 0, locale);
    }

    private static String percent(double share, int decimals, Locale locale) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(share);
    }

    /** @param decimals 0 where too few people stand behind it, else 1 */
    static String percent(Estimate share, int decimals, Locale locale) {
        return percent(share.value(), decimals, locale);
    }

    static String interval(Estimate share, int decimals, Locale locale) {
        return percent(share.low(), decimals, locale) + " – " + percent(share.high(), decimals, locale);
    }

    static String days(Effort effort, Locale locale) {
        return days(effort.days().floatValue(), locale);
    }

    static String days(float days, Locale locale) {
        return days == 0 ? "–" : NumberFormat.getNumberInstance(locale).format(days);
    }

    static String amount(BigDecimal amount, Locale locale) {
        return NumberFormat.getNumberInstance(locale).format(amount);
    }

    static Tone tone(RequirementState state) {
        return switch (state) {
            case PROPOSED -> Tone.WARN;
            case ACCEPTED, DONE -> Tone.OK;
            case PLANNED, DELIVERED, PARTLY_DONE -> Tone.INFO;
            case DECLINED -> Tone.NEUTRAL;
        };
    }

    static String icon(RequirementState state) {
        return switch (state) {
            case PROPOSED -> "?";
            case ACCEPTED -> "✓";
            case PLANNED -> "◆";
            case DELIVERED -> "▣";
            case PARTLY_DONE -> "◐";
            case DONE -> "●";
            case DECLINED -> "×";
        };
    }

    static Badge badge(com.vaadin.flow.component.Component reader, RequirementState state) {
        return new Badge(tone(state), icon(state), Labels.of(reader, state));
    }
}
