/** Files of people, read and judged line by line. */
@NullMarked
package io.throughline.people.intake;

import org.jspecify.annotations.NullMarked;
