package io.throughline.shared.mail;

import java.time.ZoneId;
import java.util.Locale;

/** To whom a mail goes, as of now. */
public record Recipient(String name, String address, Locale locale, ZoneId zone) {

    /** Somebody to whom the same would be written, nobody in particular: a language or a zone may tell who it is. */
    public static Recipient unnamed(Locale locale, ZoneId zone) {
        return new Recipient("•••", "", locale, zone);
    }
}
