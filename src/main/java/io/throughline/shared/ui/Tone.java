package io.throughline.shared.ui;

import java.util.Locale;

/** How a status feels; never the only sign of it. */
public enum Tone {
    NEUTRAL,
    INFO,
    OK,
    WARN,
    BAD;

    String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
