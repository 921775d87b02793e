/** Needs as they are stored, merged ones included. */
@NullMarked
package io.throughline.backlog.need;

import org.jspecify.annotations.NullMarked;
