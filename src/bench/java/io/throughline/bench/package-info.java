/**
 * The benchmarks behind {@code ./throughline bench}: one class per group of figures, over a portal that is started for
 * them and data that {@link io.throughline.bench.Generator} makes, the same at every run. What each figure means stands
 * in {@code docs/benchmarks.md}.
 */
@NullMarked
package io.throughline.bench;

import org.jspecify.annotations.NullMarked;
