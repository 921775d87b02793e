package io.throughline.shared;

import java.util.regex.Pattern;

/**
 * What a person typed, as it is kept: without blanks around it, and no longer than there is room for. Fields are named by
 * the key of their label, lengths are in characters.
 */
public final class TypedText {

    /** Spaces, controls, formats; letters that have no form. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\\u034F\\u115F\\u1160\\u2800\\u3164\\uFFA0]*");

    private TypedText() {}

    /** @throws DomainException REQUIRED if nothing but blanks was typed, TOO_LONG */
    public static String required(String typed, String label, int longest) {
        var text = optional(typed, label, longest);
        if (text.isEmpty()) {
            throw new DomainException(CommonError.REQUIRED, label);
        }
        return text;
    }

    /** Empty if nobody would see anything of it. @throws DomainException TOO_LONG */
    public static String optional(String typed, String label, int longest) {
        var text = typed.strip();
        if (text.length() > longest) {
            throw new DomainException(CommonError.TOO_LONG, label, longest);
        }
        return showsNothing(text) ? "" : text;
    }

    /** As it was typed, in each language. @throws DomainException REQUIRED if it is blank in all of them, TOO_LONG */
    public static LocalizedText required(LocalizedText typed, String label, int longest) {
        if (typed.isBlank()) {
            throw new DomainException(CommonError.REQUIRED, label);
        }
        return optional(typed, label, longest);
    }

    /** As it was typed, in each language. @throws DomainException TOO_LONG if it is in one of them */
    public static LocalizedText optional(LocalizedText typed, String label, int longest) {
        if (typed.texts().values().stream().anyMatch(text -> text.length() > longest)) {
            throw new DomainException(CommonError.TOO_LONG, label, longest);
        }
        return typed;
    }

    /** Whether nobody would see it: blanks of every kind, and signs that only tell how others are shown. */
    public static boolean showsNothing(String text) {
        return UNSEEN.matcher(text).matches();
    }

    /** Breaks and runs of blanks become one blank: for names, which stand in lists and headings. */
    public static String oneLine(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\s]+", " ");
    }
}
