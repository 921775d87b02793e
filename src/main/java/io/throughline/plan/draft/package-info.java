/** Working copies of plans: their steps as they are stored, taken and taken back. */
@NullMarked
package io.throughline.plan.draft;

import org.jspecify.annotations.NullMarked;
