package io.throughline.survey;

import io.throughline.shared.DomainException;

/** What is wrong with one line of an imported file. @param line counted as an editor does, the heading being line 1 */
public record LineError(long line, DomainException error) {}
