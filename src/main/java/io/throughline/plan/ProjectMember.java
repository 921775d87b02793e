package io.throughline.plan;

import io.throughline.shared.PersonId;

/** @param manages edits the project; others of its members read it */
public record ProjectMember(PersonId person, boolean manages) {}
