package io.throughline.people;

import io.throughline.shared.PersonId;

/** An account changed in a way every open session of it must be judged anew for; heard after the commit. */
public record AccountChanged(PersonId person) {}
