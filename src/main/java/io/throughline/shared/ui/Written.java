package io.throughline.shared.ui;

import io.throughline.shared.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and figures as people of a language write them. */
public final class Written {

    /** Stands where there is no value. */
    public static final String NONE = "–";

    private Written() {}

    /** Never broken over two lines. */
    public static String date(@Nullable LocalDate date, Locale locale) {
        return date == null
                ? NONE
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(date)
                        .replace(' ', '\u00a0');
    }

    /** "12 Jun 2026 → 26 Jun 2026", or the one date if nothing moves. */
    public static String dates(LocalDate before, LocalDate after, Locale locale) {
        return before.equals(after) ? date(after, locale) : date(before, locale) + " → " + date(after, locale);
    }

    /**
     * An amount with its currency code behind it, which unlike a sign is the same in every language.
     *
     * @param currency ISO 4217 code
     */
    public static String money(@Nullable Money money, String currency, Locale locale) {
        return money == null ? NONE : amount(money, currency, locale) + "\u00a0" + currency;
    }

    /** With a plus where it is above zero. */
    public static String moneyDifference(Money money, String currency, Locale locale) {
        return (money.compareTo(Money.ZERO) > 0 ? "+" : "") + money(money, currency, locale);
    }

    /** A number with as many decimals as it has, two at most. */
    public static String number(BigDecimal number, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    /** With a plus where it is above zero. */
    public static String difference(BigDecimal number, Locale locale) {
        return (number.signum() > 0 ? "+" : "") + number(number, locale);
    }

    private static String amount(Money money, String currency, Locale locale) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(2);
        return format.format(money.amount());
    }
}
