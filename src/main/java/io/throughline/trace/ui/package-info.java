/** What became of an answer, and the line through any object. */
@NullMarked
package io.throughline.trace.ui;

import org.jspecify.annotations.NullMarked;
