/** How a working copy is handed in, questioned and decided on. */
@NullMarked
package io.throughline.plan.submission;

import org.jspecify.annotations.NullMarked;
