package io.throughline.survey.version;

import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How far apart two wordings are, as far as a program can tell. Only the languages people were asked in count. */
enum Wording {
    SAME,
    /** Nobody was asked in the languages that differ. */
    TRANSLATED,
    /** Capitals, punctuation, spaces, or a slip of the pen inside longer words. */
    SLIP,
    OTHER;

    /** Shorter words mean something else by one letter. */
    private static final int LONG_WORD = 5;

    /** @param after as many as before, @param asked ISO 639 codes of the languages people were asked in */
    static Wording between(List<LocalizedText> before, List<LocalizedText> after, Set<String> asked) {
        var most = SAME;
        for (int at = 0; at < before.size(); at++) {
            var one = between(before.get(at), after.get(at), asked);
            most = one.compareTo(most) > 0 ? one : most;
        }
        return most;
    }

    private static Wording between(LocalizedText before, LocalizedText after, Set<String> asked) {
        if (before.equals(after)) {
            return SAME;
        }
        return asked.stream()
                .map(language -> read(before, after, language))
                .max(Enum::compareTo)
                .filter(found -> found != SAME)
                .orElse(TRANSLATED);
    }

    /** What somebody reading in this language would notice. */
    private static Wording read(LocalizedText before, LocalizedText after, String language) {
        var locale = Locale.of(language);
        var now = after.texts().getOrDefault(language, "");
        if (TypedText.showsNothing(now) && !after.isBlank()) {
            return TRANSLATED;
        }
        var then = before.in(locale);
        if (then.equals(now)) {
            return SAME;
        }
        boolean wasForeign = TypedText.showsNothing(before.texts().getOrDefault(language, "")) && !before.isBlank();
        if (wasForeign && then.equals(after.with(locale, "").in(locale))) {
            return TRANSLATED;
        }
        return isSlip(words(then), words(now)) ? SLIP : OTHER;
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" ", -1));
    }

    private static boolean isSlip(List<String> before, List<String> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int at = 0; at < before.size(); at++) {
            if (!isSlip(before.get(at), after.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** The same word, or a longer one with the same first letter and one letter more, less, other or swapped. */
    private static boolean isSlip(String before, String after) {
        if (before.equals(after)) {
            return true;
        }
        return Math.min(before.length(), after.length()) >= LONG_WORD
                && before.charAt(0) == after.charAt(0)
                && (before + after).chars().noneMatch(Character::isDigit)
                && isOneStep(before, after);
    }

    private static boolean isOneStep(String one, String other) {
        int from = 0;
        while (from < Math.min(one.length(), other.length()) && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int ends = 0;
        while (ends < Math.min(one.length(), other.length()) - from
                && one.charAt(one.length() - 1 - ends) == other.charAt(other.length() - 1 - ends)) {
            ends++;
        }
        var left = one.substring(from, one.length() - ends);
        var right = other.substring(from, other.length() - ends);
        boolean swapped = left.length() == 2
                && new StringBuilder(left).reverse().toString().equals(right);
        return swapped || Math.max(left.length(), right.length()) <= 1;
    }
}
