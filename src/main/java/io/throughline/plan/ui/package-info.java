/** Screens of the plan room. */
@NullMarked
package io.throughline.plan.ui;

import org.jspecify.annotations.NullMarked;
