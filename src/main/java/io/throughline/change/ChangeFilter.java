package io.throughline.change;

import org.jspecify.annotations.Nullable;

/**
 * Which changes a list shows.
 *
 * @param query part of title, key or project; empty: all
 * @param state null: all
 */
public record ChangeFilter(String query, @Nullable ChangeState state) {}
