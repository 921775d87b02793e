/** Submitted answers counted into cells, so that results need not read every answer. */
@NullMarked
package io.throughline.survey.count;

import org.jspecify.annotations.NullMarked;
