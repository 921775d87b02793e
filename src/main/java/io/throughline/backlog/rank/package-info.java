/** Order by computed score with pins set by hand: pure functions on keys. */
@NullMarked
package io.throughline.backlog.rank;

import org.jspecify.annotations.NullMarked;
