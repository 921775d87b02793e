/** The trail on screen: what was done, as sentences. */
@NullMarked
package io.throughline.audit.ui;

import org.jspecify.annotations.NullMarked;
