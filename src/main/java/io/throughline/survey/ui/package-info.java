/** Screens of the survey room. */
@NullMarked
package io.throughline.survey.ui;

import org.jspecify.annotations.NullMarked;
