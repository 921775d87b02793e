package io.throughline.plan.ui;

import io.throughline.plan.content.WorkDays;
import io.throughline.shared.Effort;
import io.throughline.shared.Money;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/** Figures of a plan as people read them. */
public final class Reading {

    private Reading() {}

    /** Without cents where there are none. */
    public static String money(Money amount, String currency, Locale locale) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        if (amount.amount().stripTrailingZeros().scale() <= 0) {
            format.setMaximumFractionDigits(0);
        }
        return format.format(amount.amount());
    }

    /** Days of 8 hours. */
    public static String days(Effort effort, Locale locale) {
        return NumberFormat.getNumberInstance(locale).format(effort.days());
    }

    public static String days(WorkDays days, Locale locale) {
        return NumberFormat.getNumberInstance(locale).format(days.days());
    }

    public static String date(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }
}
