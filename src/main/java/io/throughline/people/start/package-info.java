/** What this room says when the portal starts. */
@NullMarked
package io.throughline.people.start;

import org.jspecify.annotations.NullMarked;
