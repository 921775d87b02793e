/** What the shell and the line ask of this room. */
@NullMarked
package io.throughline.backlog.port;

import org.jspecify.annotations.NullMarked;
