/** Order by computed score with pins set by hand: keys, and blocks that count them. */
@NullMarked
package io.throughline.backlog.rank;

import org.jspecify.annotations.NullMarked;
