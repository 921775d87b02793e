/** What the shell, the line and those who wait ask of this room. */
@NullMarked
package io.throughline.plan.port;

import org.jspecify.annotations.NullMarked;
