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
        if (score == null) {
            return "–";
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(score.abs().compareTo(BigDecimal.TEN) < 0 ? 3 : 1);
        format.setMaximumFractionDigits(score.abs().compareTo(BigDecimal.TEN) < 0 ? 3 : 1);
        return format.format(score);
    }

    static String percent(double share, Locale locale) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    static String percent(@Nullable Estimate share, Locale locale) {
        return share == null ? "–" : percent(share.value(), locale);
    }

    static String interval(@Nullable Estimate share, Locale locale) {
        return share == null ? "" : percent(share.low(), locale) + " – " + percent(share.high(), locale);
    }

    static String days(Effort effort, Locale locale) {
        return effort.hours().signum() == 0
                ? "–"
                : NumberFormat.getNumberInstance(locale).format(effort.days());
    }

    static String amount(BigDecimal amount, Locale locale) {
        return NumberFormat.getNumberInstance(locale).format(amount);
    }

    static Tone tone(RequirementState state) {
        return switch (state) {
            case PROPOSED -> Tone.WARN;
            case ACCEPTED, DONE -> Tone.OK;
            case PLANNED, DELIVERED -> Tone.INFO;
            case DECLINED -> Tone.NEUTRAL;
        };
    }

    static String icon(RequirementState state) {
        return switch (state) {
            case PROPOSED -> "?";
            case ACCEPTED -> "✓";
            case PLANNED -> "◆";
            case DELIVERED -> "▣";
            case DONE -> "●";
            case DECLINED -> "×";
        };
    }

    static Badge badge(com.vaadin.flow.component.Component reader, RequirementState state) {
        return new Badge(tone(state), icon(state), Labels.of(reader, state));
    }
}
