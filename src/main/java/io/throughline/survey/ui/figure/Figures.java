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
 * of all items, so that nobody takes one loud answer for a finding.
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
        return estimate == null
                ? undefined
                : percent(value(estimate, all)) + " [" + number.format(estimate.low() * 100) + "–"
                        + number.format(estimate.high() * 100) + "]";
    }

    /** 0–1. */
    double value(Estimate estimate, Collection<? extends @Nullable Estimate> all) {
        return few
                ? estimate.shrunk(
                        all.stream()
                                .filter(Objects::nonNull)
                                .mapToDouble(Estimate::value)
                                .average()
                                .orElse(estimate.value()),
                        Settings.STANDARD.priorPeople())
                : estimate.value();
    }

    /** A part that may lie below 0, with its interval: "−12.3% [−15.0 … −9.1]". */
    String signed(@Nullable Estimate estimate, Collection<? extends @Nullable Estimate> all) {
        return estimate == null
                ? undefined
                : percent(value(estimate, all)) + " [" + number.format(estimate.low() * 100) + TO
                        + number.format(estimate.high() * 100) + "]";
    }

    /** A net score between −100 and 100, with its interval and the method's own standard error. */
    String net(@Nullable Estimate estimate, @Nullable Double error) {
        return estimate == null || error == null
                ? undefined
                : number.format(estimate.value() * 100) + " [" + number.format(estimate.low() * 100) + " … "
                        + number.format(estimate.high() * 100) + "] ± " + number.format(error * 100);
    }

    /** A number somebody gave, as it is. */
    String exact(double value) {
        return exact.format(value);
    }

    /** A figure on a scale of its own, with its interval: "1.25 [.90 … 1.60]". */
    String scaled(@Nullable Estimate estimate, Collection<? extends @Nullable Estimate> all) {
        return estimate == null ? undefined : decimal(value(estimate, all)) + " [" + limits(estimate) + "]";
    }

    /** One person's number on a scale without ends has no interval. */
    private String limits(Estimate estimate) {
        return Double.isFinite(estimate.low()) && Double.isFinite(estimate.high())
                ? decimal(estimate.low()) + TO + decimal(estimate.high())
                : undefined;
    }

    /** A measure of the method itself, to two decimals however few people there are. */
    String ratio(@Nullable Double value) {
        return value == null ? undefined : ratio.format(value);
    }

    /** To two decimals. */
    String decimal(@Nullable Double value) {
        return value == null ? undefined : decimal.format(value);
    }

    String percent(double share) {
        return percent.format(share);
    }

    /** A number of points, 0–100. */
    String points(double points) {
        return number.format(points);
    }

    String count(long people) {
        return whole.format(people);
    }
}
