package io.throughline.people;

import io.throughline.shared.PersonId;
import java.time.Instant;

/** Somebody forgot the password and waits for an administrator's link. */
public record ResetRequest(PersonId person, String name, String email, Instant since) {}
