/** Bringing in answers that were given elsewhere. */
@NullMarked
package io.throughline.survey.ui.intake;

import org.jspecify.annotations.NullMarked;
