package io.throughline.plan;

/**
 * What a person may do in a project.
 *
 * @param reads sees it at all
 * @param manages edits it
 * @param seesMoney sees rates and costs
 */
public record Access(boolean reads, boolean manages, boolean seesMoney) {}
