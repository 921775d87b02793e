package io.throughline.people.account;

import io.throughline.people.PeopleError;
import io.throughline.shared.DomainException;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An e-mail address as typed, and the form in which two are compared. */
public record Email(String typed) {

    private static final int LIMIT = 254;
    // Only what would break a header, can't be seen or can't be delivered is refused; whether it exists, the mail will
    // tell.
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s\\p{C}\\p{Z}@<>(),;:\"\\[\\]\\\\]{1,64}@[^\\s\\p{C}\\p{Z}@<>(),;:\"\\[\\]\\\\]+");

    /** Their letters are taken for each other's. */
    private static final Set<UnicodeScript> ALIKE =
            Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK);

    /** @throws DomainException EMAIL_INVALID, EMAIL_LOOKS_LIKE_ANOTHER */
    public static Email of(String text) {
        var clean = composed(text.strip());
        if (clean.length() > LIMIT
                || keyOf(clean).length() > LIMIT
                || !SHAPE.matcher(clean).matches()) {
            throw new DomainException(PeopleError.EMAIL_INVALID);
        }
        if (!Normalizer.isNormalized(clean, Normalizer.Form.NFKC)
                || Arrays.stream(clean.split("[@.]", -1)).anyMatch(Email::mixesLettersThatLookAlike)) {
            throw new DomainException(PeopleError.EMAIL_LOOKS_LIKE_ANOTHER);
        }
        return new Email(clean);
    }

    /** The key of any text typed as a login name, whether it is an address or not. */
    public static String keyOf(String text) {
        var clean = text.strip();
        return composed(clean.length() > LIMIT ? clean.substring(0, LIMIT) : clean)
                .toLowerCase(Locale.ROOT);
    }

    public String key() {
        return keyOf(typed);
    }

    /** The same address typed on another keyboard may arrive as other code points. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean mixesLettersThatLookAlike(String word) {
        return word.codePoints()
                        .mapToObj(UnicodeScript::of)
                        .filter(ALIKE::contains)
                        .collect(Collectors.toSet())
                        .size()
                > 1;
    }
}
