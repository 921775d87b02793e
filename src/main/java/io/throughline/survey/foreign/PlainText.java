package io.throughline.survey.foreign;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** What is written in markup, as people read it. In one walk over the text, however it is nested or broken. */
final class PlainText {

    private static final Set<String> BREAKS = Set.of(
            "blockquote",
            "br",
            "dd",
            "div",
            "dl",
            "dt",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> MEDIA =
            Set.of("img", "video", "audio", "iframe", "object", "embed", "script", "svg");
    private static final Set<String> SILENT = Set.of("script", "style");
    private static final Pattern ADDRESS =
            Pattern.compile("\\shref\\s*=\\s*[\"']?((?:https?:|mailto:)[^\"'\\s>]+)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_ENTITY = 12;

    /** Controls that are no blank, and halves of a pair that stand alone: no text can be kept with them. */
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\x0B\\f\\r]]");

    private final StringBuilder said = new StringBuilder();
    private boolean media;
    private String silent = "";
    private String address = "";
    private int linked;

    private PlainText(String text) {
        int at = 0;
        int end = 0;
        int remark = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (text.startsWith("<!--", at) && remark >= 0) {
                remark = text.indexOf("-->", at);
                at = remark < 0 ? at : remark + 3;
                continue;
            }
            if (sign == '<' && end >= 0 && end <= at) {
                // Where there is none any more, it is not looked for again.
                end = text.indexOf('>', at);
            }
            if (sign == '<' && end > at && isTag(text, at)) {
                tag(name(text, at, end), text.substring(at, end));
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

    private void tag(String tag, String written) {
        media |= MEDIA.contains(tag);
        if (silent.isEmpty() && SILENT.contains(tag)) {
            silent = tag;
        } else if (tag.equals("/" + silent)) {
            silent = "";
        }
        var plain = tag.startsWith("/") ? tag.substring(1) : tag;
        if (BREAKS.contains(plain)) {
            said.append('\n');
        } else if (CELLS.contains(plain)) {
            said.append(' ');
        } else if (plain.equals("a")) {
            link(tag, written);
        }
    }

    /** Where it leads is part of what people read, unless it stands there already. */
    private void link(String tag, String written) {
        if (!address.isEmpty() && said.indexOf(address, linked) < 0) {
            said.append(" (").append(address).append(')');
        }
        var leads = ADDRESS.matcher(written);
        address = tag.equals("a") && leads.find()
                ? HtmlUtils.htmlUnescape(leads.group(1)).replaceFirst("(?i)^mailto:", "")
                : "";
        linked = said.length();
    }

    /** @param media whether something was in it that is no text */
    record Read(String text, boolean media) {}

    static Read of(String markup) {
        var plain = new PlainText(markup);
        var text = UNSHOWN.matcher(plain.said)
                .replaceAll("")
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
        var meant = name.startsWith("#") ? numbered(name.substring(1)) : named(name);
        if (aloud) {
            said.append(meant.isEmpty() ? "&" : meant);
        }
        return meant.isEmpty() ? at + 1 : end + 1;
    }

    private static String named(String name) {
        var written = "&" + name + ";";
        var meant = name.equals("apos") ? "'" : HtmlUtils.htmlUnescape(written);
        return meant.equals(written) ? "" : meant;
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
