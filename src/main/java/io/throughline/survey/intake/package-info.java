/** Responses that were given elsewhere, brought in from files. */
@NullMarked
package io.throughline.survey.intake;

import org.jspecify.annotations.NullMarked;
