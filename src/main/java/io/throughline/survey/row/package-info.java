/** How this room reads rows and finds words. */
@NullMarked
package io.throughline.survey.row;

import org.jspecify.annotations.NullMarked;
