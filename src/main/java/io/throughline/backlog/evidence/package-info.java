/** Frozen figures as they are stored. */
@NullMarked
package io.throughline.backlog.evidence;

import org.jspecify.annotations.NullMarked;
