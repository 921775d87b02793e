/** Organisations as they are stored. */
@NullMarked
package io.throughline.people.organisation;

import org.jspecify.annotations.NullMarked;
