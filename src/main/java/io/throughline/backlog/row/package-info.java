/** How this room reads rows and finds words. */
@NullMarked
package io.throughline.backlog.row;

import org.jspecify.annotations.NullMarked;
