package io.throughline.shared;

/**
 * What a person typed, as it is kept: without blanks around it, and no longer than there is room for. Fields are named by
 * the key of their label, lengths are in characters.
 */
public final class TypedText {

    private TypedText() {}

    /** @throws DomainException REQUIRED if nothing but blanks was typed, TOO_LONG */
    public static String required(String typed, String label, int longest) {
        var text = optional(typed, label, longest);
        if (text.isEmpty()) {
            throw new DomainException(CommonError.REQUIRED, label);
        }
        return text;
    }

    /** @throws DomainException TOO_LONG */
    public static String optional(String typed, String label, int longest) {
        var text = typed.strip();
        if (text.length() > longest) {
            throw new DomainException(CommonError.TOO_LONG, label, longest);
        }
        return text;
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

    /** Breaks and runs of blanks become one blank: for names, which stand in lists and headings. */
    public static String oneLine(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\s]+", " ");
    }
}
