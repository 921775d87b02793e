/** Two versions on screen: what changed, and what is decided about it. */
@NullMarked
package io.throughline.survey.ui.version;

import org.jspecify.annotations.NullMarked;
