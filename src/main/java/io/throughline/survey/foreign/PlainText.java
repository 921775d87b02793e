package io.throughline.survey.foreign;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is written in markup, as people read it. In one walk over the text, however it is nested or broken. */
final class PlainText {

    private static final Set<String> BREAKS =
            Set.of("br", "p", "/p", "div", "/div", "li", "/li", "tr", "/tr", "h1", "h2", "h3");
    private static final Set<String> MEDIA =
            Set.of("img", "video", "audio", "iframe", "object", "embed", "script", "svg");
    private static final Set<String> SILENT = Set.of("script", "style");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("auml", "ä"),
            Map.entry("ouml", "ö"),
            Map.entry("uuml", "ü"),
            Map.entry("Auml", "Ä"),
            Map.entry("Ouml", "Ö"),
            Map.entry("Uuml", "Ü"),
            Map.entry("szlig", "ß"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("hellip", "…"));
    private static final int LONGEST_ENTITY = 12;

    private final StringBuilder said = new StringBuilder();
    private boolean media;

    private PlainText(String text) {
        var silent = "";
        int at = 0;
        int end = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (sign == '<' && end >= 0 && end <= at) {
                // Where there is none any more, it is not looked for again.
                end = text.indexOf('>', at);
            }
            if (sign == '<' && end > at && isTag(text, at)) {
                var tag = name(text, at, end);
                media |= MEDIA.contains(tag);
                if (silent.isEmpty() && SILENT.contains(tag)) {
                    silent = tag;
                } else if (tag.equals("/" + silent)) {
                    silent = "";
                }
                if (BREAKS.contains(tag)) {
                    said.append('\n');
                }
                at = end + 1;
            } else {
                int next = sign == '&' ? entity(text, at, silent.isEmpty()) : at + 1;
                if (sign != '&' && silent.isEmpty()) {
                    said.append(sign);
                }
                at = next;
            }
        }
    }

    /** @param media whether something was in it that is no text */
    record Read(String text, boolean media) {}

    static Read of(String markup) {
        var plain = new PlainText(markup);
        var text = plain.said
                .toString()
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t\\x0B\\f\\r]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        return new Read(text, plain.media);
    }

    private static boolean isTag(String text, int at) {
        return at + 1 < text.length()
                && (Character.isLetter(text.charAt(at + 1))
                        || text.charAt(at + 1) == '/'
                        || text.charAt(at + 1) == '!');
    }

    private static String name(String text, int at, int end) {
        int stop = at + 1;
        while (stop < end && (Character.isLetterOrDigit(text.charAt(stop)) || text.charAt(stop) == '/')) {
            stop++;
        }
        var name = text.substring(at + 1, stop).toLowerCase(Locale.ROOT);
        return name.endsWith("/") && name.length() > 1 ? name.substring(0, name.length() - 1) : name;
    }

    /** @return where the text goes on */
    private int entity(String text, int at, boolean aloud) {
        int end = text.indexOf(';', at, Math.min(text.length(), at + LONGEST_ENTITY + 1));
        var name = end > at ? text.substring(at + 1, end) : "";
        var meant = name.startsWith("#") ? numbered(name.substring(1)) : ENTITIES.getOrDefault(name, "");
        if (aloud) {
            said.append(meant.isEmpty() ? "&" : meant);
        }
        return meant.isEmpty() ? at + 1 : end + 1;
    }

    private static String numbered(String number) {
        try {
            int code = number.startsWith("x") || number.startsWith("X")
                    ? Integer.parseInt(number.substring(1), 16)
                    : Integer.parseInt(number);
            return Character.isValidCodePoint(code) && code >= ' ' ? Character.toString(code) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
