package io.throughline.people;

import io.throughline.shared.PersonId;
import java.time.Instant;

/**
 * A one-time link to hand on; shown once, stored nowhere.
 *
 * @param mailed whether a mail with another one is on its way
 */
public record IssuedLink(PersonId person, String name, String email, String url, Instant expires, boolean mailed) {}
