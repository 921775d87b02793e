package io.throughline.survey.ui.figure;

import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.stats.Estimate;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Size;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Figures as the reader reads them. Where they rest on too few people they have no decimals and are drawn towards the mean
 * of all items, their intervals with them, so that nobody takes one loud answer for a finding.
 */
final class Figures {

    /** Keeps both ends of an interval on one line. */
    private static final String TO = "\u00a0…\u00a0";

    private final NumberFormat percent;
    private final NumberFormat number;
    private final NumberFormat whole;
    private final NumberFormat decimal;
    private final NumberFormat ratio;
    private final NumberFormat exact;
    private final String undefined;
    private final boolean few;

    /** @param undefined what stands for a figure that has no value */
    Figures(Locale locale, Size size, String undefined) {
        few = size.tooFewToRank();
        percent = NumberFormat.getPercentInstance(locale);
        number = NumberFormat.getNumberInstance(locale);
        whole = NumberFormat.getIntegerInstance(locale);
        for (var format : new NumberFormat[] {percent, number}) {
            format.setMinimumFractionDigits(few ? 0 : 1);
            format.setMaximumFractionDigits(few ? 0 : 1);
        }
        decimal = NumberFormat.getNumberInstance(locale);
        decimal.setMinimumFractionDigits(few ? 0 : 2);
        decimal.setMaximumFractionDigits(few ? 0 : 2);
        ratio = NumberFormat.getNumberInstance(locale);
        ratio.setMinimumFractionDigits(2);
        ratio.setMaximumFractionDigits(2);
        exact = NumberFormat.getNumberInstance(locale);
        exact.setMaximumFractionDigits(NumberQuestion.MOST_DECIMALS);
        this.undefined = undefined;
    }

    /** A share with its interval: "69.9% [67.0–72.6]". */
    String share(@Nullable Estimate estimate, Collection<? extends @Nullable Estimate> all) {
        if (estimate == null) {
            return undefined;
        }
        var told = told(estimate, all);
        return percent(told.value()) + " [" + points(told.low() * 100) + "–" + points(told.high() * 100) + "]";
    }

    private Estimate told(Estimate estimate, Collection<? extends @Nullable Estimate> all) {
        return few
                ? estimate.shrunk(
                        all.stream()
                                .filter(Objects::nonNull)
                                .mapToDouble(Estimate::value)
                                .average()
                                .orElse(estimate.value()),
                        Settings.STANDARD.priorPeople())
                : estimate;
    }

    /** A part that may lie below 0, with its interval: "−12.3% [−15.0 … −9.1]". */
    String signed(@Nullable Estimate estimate, Collection<? extends @Nullable Estimate> all) {
        if (estimate == null) {
            return undefined;
        }
        var told = told(estimate, all);
        return percent(told.value()) + " [" + points(told.low() * 100) + TO + points(told.high() * 100) + "]";
    }

    /** A net score between −100 and 100, with its interval and the method's own standard error. */
    String net(@Nullable Estimate estimate, @Nullable Double error) {
        return estimate == null || error == null
                ? undefined
                : points(estimate.value() * 100) + " [" + points(estimate.low() * 100) + TO
                        + points(estimate.high() * 100) + "] ± " + points(error * 100);
    }

    /** What rounds to nothing has no sign. */
    private static String plain(NumberFormat format, double value) {
        var text = format.format(value);
        return text.equals(format.format(-0.0)) ? format.format(0.0) : text;
    }

    /** A number somebody gave, as it is. */
    String exact(double value) {
        return exact.format(value);
    }

    /** A figure on a scale of its own, with its interval: "1.25 [.90 … 1.60]". */
    String scaled(@Nullable Estimate estimate, Collection<? extends @Nullable Estimate> all) {
        return estimate == null ? undefined : scaled(told(estimate, all), decimal);
    }

    /** A mean of numbers people gave: as fine as they may be, however few people there are. @param decimals they may have */
    String measured(@Nullable Estimate estimate, int decimals) {
        if (estimate == null) {
            return undefined;
        }
        var format = (NumberFormat) decimal.clone();
        format.setMinimumFractionDigits(Math.max(format.getMinimumFractionDigits(), decimals));
        format.setMaximumFractionDigits(Math.max(format.getMaximumFractionDigits(), decimals));
        return scaled(estimate, format);
    }

    /** One person's number on a scale without ends has no interval. */
    private String scaled(Estimate told, NumberFormat format) {
        return plain(format, told.value()) + " ["
                + (Double.isFinite(told.low()) && Double.isFinite(told.high())
                        ? plain(format, told.low()) + TO + plain(format, told.high())
                        : undefined)
                + "]";
    }

    /** A measure of the method itself, to two decimals however few people there are. */
    String ratio(@Nullable Double value) {
        return value == null ? undefined : plain(ratio, value);
    }

    /** To two decimals. */
    String decimal(@Nullable Double value) {
        return value == null ? undefined : plain(decimal, value);
    }

    String percent(double share) {
        return plain(percent, share);
    }

    /** A number of points, 0–100. */
    String points(double points) {
        return plain(number, points);
    }

    String count(long people) {
        return whole.format(people);
    }
}
