/** What the shell and the trace ask of every room. */
@NullMarked
package io.throughline.shared.port;

import org.jspecify.annotations.NullMarked;
