package io.throughline.survey.ui.results;

import io.throughline.survey.question.stats.Change;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Figures of two campaigns as the results show them: shares in percent, net scores from −100 to 100, others as they are. */
final class WaveNumbers {

    private static final double LEAST_P = .001;
    private static final int HUNDRED = 100;

    /** Parts of a whole, by the names they have in exports. */
    private static final Set<String> SHARES = Set.of(
            "share",
            "importance",
            "satisfaction",
            "rating",
            "better",
            "worse",
            "weight",
            "best_minus_worst",
            "promoters",
            "passives",
            "detractors");

    private static final String NET = "nps";

    private final NumberFormat percent;
    private final NumberFormat tenths;
    private final NumberFormat hundredths;
    private final NumberFormat p;
    private final NumberFormat whole;
    private final UnaryOperator<String> points;

    /** @param points a number as one of percentage points */
    WaveNumbers(Locale locale, UnaryOperator<String> points) {
        percent = NumberFormat.getPercentInstance(locale);
        percent.setMinimumFractionDigits(1);
        percent.setMaximumFractionDigits(1);
        tenths = decimals(locale, 1);
        hundredths = decimals(locale, 2);
        p = decimals(locale, 3);
        whole = NumberFormat.getIntegerInstance(locale);
        this.points = points;
    }

    private static NumberFormat decimals(Locale locale, int count) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(count);
        format.setMaximumFractionDigits(count);
        return format;
    }

    /** @param figure its name, as in exports */
    String value(String figure, double value) {
        return SHARES.contains(figure)
                ? percent.format(value)
                : figure.equals(NET) ? tenths.format(value * HUNDRED) : hundredths.format(value);
    }

    /** With its interval; of shares in percentage points. */
    String difference(String figure, Change change) {
        boolean share = SHARES.contains(figure);
        boolean hundreds = share || figure.equals(NET);
        var told = signed(change.difference(), hundreds);
        return (share ? points.apply(told) : told) + " [" + signed(change.low(), hundreds) + " … "
                + signed(change.high(), hundreds) + "]";
    }

    private String signed(double value, boolean hundreds) {
        var format = hundreds ? tenths : hundredths;
        double shown = hundreds ? value * HUNDRED : value;
        var nothing = format.format(0);
        var told = format.format(Math.abs(shown));
        // What is shown as nothing has no sign.
        return told.equals(nothing) ? nothing : (shown > 0 ? "+" : "−") + told;
    }

    String p(@Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return value < LEAST_P ? "< " + p.format(LEAST_P) : p.format(value);
    }

    String people(int count) {
        return whole.format(count);
    }
}
