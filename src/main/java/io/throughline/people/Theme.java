package io.throughline.people;

/** The colours a person wants. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}
