/** Approved plans as they are written and read: never changed. */
@NullMarked
package io.throughline.plan.baseline;

import org.jspecify.annotations.NullMarked;
