package io.throughline.people;

/** What a personal token may be used for; never for more than its owner may do. */
public enum TokenScope {
    SURVEYS_READ,
    SURVEYS_WRITE,
    RESPONSES_WRITE,
    RESULTS_READ
}
