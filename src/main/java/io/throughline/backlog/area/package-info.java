/** Fields of work as they are stored. */
@NullMarked
package io.throughline.backlog.area;

import org.jspecify.annotations.NullMarked;
