package io.throughline.shared.mail;

import java.time.ZoneId;
import java.util.Locale;

/** To whom a mail goes, as of now. */
public record Recipient(String name, String address, Locale locale, ZoneId zone) {

    /** Somebody to whom the same would be written, nobody in particular. */
    public Recipient unnamed() {
        return new Recipient("•••", "", locale, zone);
    }
}
