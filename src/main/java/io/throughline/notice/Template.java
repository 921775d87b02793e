package io.throughline.notice;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places like {@code {title}} and nothing else: no condition, no loop, no call. */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern BREAK = Pattern.compile("[\\r\\n\\u0085\\u2028\\u2029]");

    /** Names of its places. */
    Set<String> places() {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().map(found -> found.group(1)).forEach(places::add);
        return places;
    }

    /**
     * What is put in is never read again as a place.
     *
     * @throws IllegalArgumentException if a place has no value
     */
    String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            var value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing for {" + place.group(1) + "}");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /**
     * As {@link #fill}, for a header line.
     *
     * @throws IllegalArgumentException if it came out as more than one line, which could forge further headers
     */
    String fillHeader(Map<String, String> values) {
        var filled = fill(values);
        if (BREAK.matcher(filled).find()) {
            throw new IllegalArgumentException("a header has one line");
        }
        return filled;
    }
}
