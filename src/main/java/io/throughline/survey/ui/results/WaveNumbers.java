package io.throughline.survey.ui.results;

import io.throughline.survey.question.stats.Change;
import io.throughline.survey.results.FigureNumbers;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Figures of two campaigns as the results show them, and what changed between them. */
final class WaveNumbers {

    private static final double LEAST_P = .001;

    private final FigureNumbers figures;
    private final NumberFormat p;
    private final NumberFormat whole;
    private final UnaryOperator<String> points;

    /** @param points a number as one of percentage points */
    WaveNumbers(Locale locale, FigureNumbers figures, UnaryOperator<String> points) {
        this.figures = figures;
        this.points = points;
        p = NumberFormat.getNumberInstance(locale);
        p.setMinimumFractionDigits(3);
        p.setMaximumFractionDigits(3);
        whole = NumberFormat.getIntegerInstance(locale);
    }

    /** @param figure its name, as in exports */
    String value(String figure, double value) {
        return figures.value(figure, value);
    }

    /** With its interval; of shares in percentage points. */
    String difference(String figure, Change change) {
        var told = signed(figure, change.difference());
        var limits = " [" + signed(figure, change.low()) + " … " + signed(figure, change.high()) + "]";
        return (FigureNumbers.isShare(figure) ? points.apply(told) : told) + limits;
    }

    private String signed(String figure, double value) {
        var nothing = figures.bare(figure, 0);
        var told = figures.bare(figure, Math.abs(value));
        // What is shown as nothing has no sign.
        return told.equals(nothing) ? nothing : (value > 0 ? "+" : "−") + told;
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
