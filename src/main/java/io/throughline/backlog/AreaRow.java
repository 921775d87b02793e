package io.throughline.backlog;

import io.throughline.backlog.priority.PriorityMethod;

/** @param open requirements ranked in it */
public record AreaRow(AreaId id, long version, String name, PriorityMethod method, int open) {}
