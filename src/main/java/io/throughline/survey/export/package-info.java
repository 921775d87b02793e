/** Responses and results as files to take away. */
@NullMarked
package io.throughline.survey.export;

import org.jspecify.annotations.NullMarked;
