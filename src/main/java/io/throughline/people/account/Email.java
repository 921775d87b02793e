package io.throughline.people.account;

import io.throughline.people.PeopleError;
import io.throughline.shared.DomainException;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address as typed, and the form in which two are compared. */
public record Email(String typed) {

    private static final int LIMIT = 254;
    // Only what would break a header or can't be delivered is refused; whether it exists, the mail will tell.
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s\\p{Cntrl}@<>(),;:\"\\[\\]\\\\]{1,64}@[^\\s\\p{Cntrl}@<>(),;:\"\\[\\]\\\\]+");

    /** @throws DomainException EMAIL_INVALID */
    public static Email of(String text) {
        var clean = text.strip();
        if (clean.length() > LIMIT || !SHAPE.matcher(clean).matches()) {
            throw new DomainException(PeopleError.EMAIL_INVALID);
        }
        return new Email(clean);
    }

    /** The key of any text typed as a login name, whether it is an address or not. */
    public static String keyOf(String text) {
        var clean = text.strip();
        return (clean.length() > LIMIT ? clean.substring(0, LIMIT) : clean).toLowerCase(Locale.ROOT);
    }

    public String key() {
        return keyOf(typed);
    }
}
