/** Screens of the change room. */
@NullMarked
package io.throughline.change.ui;

import org.jspecify.annotations.NullMarked;
