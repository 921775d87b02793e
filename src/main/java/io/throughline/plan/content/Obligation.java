package io.throughline.plan.content;

/** How firmly a requirement is wanted in a project. */
public enum Obligation {
    MUST,
    SHOULD
}
