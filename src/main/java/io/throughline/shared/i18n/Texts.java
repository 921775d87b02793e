package io.throughline.shared.i18n;

import com.vaadin.flow.i18n.I18NProvider;
import io.throughline.shared.DomainException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Texts from the bundles {@code i18n/<room>_<language>.properties}; a key stands in one bundle, in both languages. */
@Component
public class Texts implements I18NProvider {

    /** The languages of the portal; the first one stands in for a missing one. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** Behind the key of a text about a range: what it says instead where both ends are the same. */
    private static final String EXACTLY = ".exactly";

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();
    private final Map<Pattern, MessageFormat> formats = new ConcurrentHashMap<>();

    public Texts() {
        for (var language : LANGUAGES) {
            byLanguage.put(language.getLanguage(), load(language.getLanguage()));
        }
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, @Nullable Locale locale, Object... arguments) {
        var language = locale != null && byLanguage.containsKey(locale.getLanguage()) ? locale : LANGUAGES.getFirst();
        var text = byLanguage.getOrDefault(language.getLanguage(), Map.of()).get(key);
        if (text == null) {
            return "!" + key;
        }
        if (arguments.length == 0) {
            return text;
        }
        var format = formats.computeIfAbsent(new Pattern(text, language), p -> new MessageFormat(p.text(), p.locale()));
        synchronized (format) {
            return format.format(arguments);
        }
    }

    /** A day as people write it. */
    public static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /** A number as people write it, with all the decimals it has. */
    public static String number(BigDecimal number, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return format.format(number);
    }

    /** A day and time as people write it, with the zone by its name: for who reads it where no clock of theirs is known. */
    public static String moment(Instant instant, ZoneId zone, Locale locale) {
        var at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(instant);
        // An offset has no name of its own, only "Z" or "+02:00".
        var named = zone instanceof ZoneOffset offset ? ZoneId.ofOffset("UTC", offset) : zone;
        return at + " (" + named.getDisplayName(TextStyle.FULL, locale) + ")";
    }

    /**
     * What a refusal says to its reader. Arguments that are translation keys ("field.…"), languages, decimal numbers, days or
     * instants (the day in UTC) are worded too. A range whose ends are the same is no range: it has words of its own, where it can be.
     */
    public String of(DomainException refusal, Locale locale) {
        var arguments =
                refusal.arguments().stream().map(one -> worded(one, locale)).toArray();
        var key = refusal.code().key();
        return getTranslation(has(key + EXACTLY) && repeats(arguments) ? key + EXACTLY : key, locale, arguments);
    }

    /** "Between 1 and 1" is said by nobody. */
    private static boolean repeats(Object[] arguments) {
        return IntStream.range(1, arguments.length).anyMatch(at -> arguments[at].equals(arguments[at - 1]));
    }

    private Object worded(Object argument, Locale locale) {
        return switch (argument) {
            case String key when has(key) -> getTranslation(key, locale);
            case Locale language -> language.getDisplayLanguage(locale);
            case BigDecimal number -> number(number, locale);
            case LocalDate day -> day(day, locale);
            case Instant instant -> day(LocalDate.ofInstant(instant, ZoneOffset.UTC), locale);
            default -> argument;
        };
    }

    public boolean has(String key) {
        return byLanguage.getOrDefault("en", Map.of()).containsKey(key);
    }

    private static Map<String, String> load(String language) {
        var all = new HashMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:i18n/*_" + language + ".properties");
            for (var file : files) {
                var bundle = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    bundle.load(reader);
                }
                bundle.forEach((key, value) -> all.put((String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private record Pattern(String text, Locale locale) {}
}
