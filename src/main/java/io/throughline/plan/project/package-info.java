/** Projects as they are stored, their members, and who may do what in them. */
@NullMarked
package io.throughline.plan.project;

import org.jspecify.annotations.NullMarked;
