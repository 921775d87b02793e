package io.throughline.shared.mail;

import java.time.ZoneId;
import java.util.Locale;

/** To whom a mail goes, as of now. */
public record Recipient(String name, String address, Locale locale, ZoneId zone) {}
