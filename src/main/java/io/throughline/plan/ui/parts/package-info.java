/** Pieces of this room's pages that other rooms' pages show too: schedule, difference, needs served, decision, thread. */
@NamedInterface("parts")
@NullMarked
package io.throughline.plan.ui.parts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
