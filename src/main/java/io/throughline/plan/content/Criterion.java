package io.throughline.plan.content;

/** A quality criterion of a deliverable: what must be true of it to be accepted. */
public record Criterion(CriterionId id, String text) {}
